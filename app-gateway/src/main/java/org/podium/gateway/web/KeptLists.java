package org.podium.gateway.web;

import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.podium.gateway.board.Board;

/**
 * Lists that were asked for, each kept until the board changes: between two changes a list is put together and
 * compressed once, however many ask. Bounded; the one that was not asked for longest leaves. Confined to one event
 * loop.
 */
final class KeptLists {

    private static final int MOST = 128;

    private final Board board;
    private final Map<String, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    /**
     * A list.
     *
     * @param document JSON, in every coding
     * @param next value of the Link header when there is more
     */
    record Listed(Representation document, Optional<String> next) {

        static Listed whole(byte[] document) {
            return new Listed(Representation.of(document), Optional.empty());
        }
    }

    private record Kept(long changes, Representation document, Optional<String> next) {}

    KeptLists(Board board) {
        this.board = board;
    }

    /** Answers with the list of the request's path and query, put together if it is not kept. */
    void answer(RoutingContext context, Supplier<Listed> list) {
        answer(context, context.request().uri(), list);
    }

    /** Answers with the list that is kept under a key of its own, which says all that the list depends on. */
    void answer(RoutingContext context, String key, Supplier<Listed> list) {
        // Before the board is read: what changes meanwhile makes the list old at once, and not too new.
        long changes = board.changes();
        Kept last = kept.get(key);
        if (last == null || last.changes() != changes) {
            Listed fresh = list.get();
            last = new Kept(changes, fresh.document(), fresh.next());
            kept.put(key, last);
        }
        last.next().ifPresent(link -> context.response().putHeader("Link", link));
        Answers.json(context, last.document(), Freshness.MOVING);
    }
}
