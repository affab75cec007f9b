package org.podium.bench.peer;

import java.nio.charset.StandardCharsets;
import org.podium.bench.feed.MadeUpUnit;
import org.podium.gateway.document.UnitDocument;
import org.podium.model.wire.Result;

/** What other servers are given to pass on: the same bytes that the gateway makes of the same result. */
final class Frames {

    private Frames() {}

    static byte[] of(int unit, long version, long intendedMillis) {
        Result result = MadeUpUnit.number(unit).version(version, intendedMillis);
        return "{\"part\":\"unit\",\"takenAt\":%d,\"publishedAt\":%d,\"unit\":%s}"
                .formatted(
                        intendedMillis, intendedMillis, new String(UnitDocument.full(result), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }
}
