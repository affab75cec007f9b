package org.podium.operations.watch;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * The controllers at one moment: more than half of them have to be in sync for anything to be decided.
 *
 * @param all controllers that vote
 * @param inSync those of them that had everything within the last seconds
 */
record Controllers(int all, int inSync) {

    /** No controller says how it is with the others, since none of them leads. */
    static final Controllers UNKNOWN = new Controllers(0, 0);

    /** A controller that is alive has everything several times a second; a busy one may be silent for some seconds. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    /**
     * What the leader says of each that votes: when it last had everything, in milliseconds by the leader's clock;
     * nothing or less than 0 where it never had. The leader's own time is now.
     */
    static Controllers of(List<OptionalLong> caughtUp) {
        long now = caughtUp.stream().mapToLong(at -> at.orElse(-1)).max().orElse(-1);
        long inSync = caughtUp.stream()
                .mapToLong(at -> at.orElse(-1))
                .filter(at -> at >= 0 && now - at <= LONGEST_SILENCE.toMillis())
                .count();
        return new Controllers(caughtUp.size(), (int) inSync);
    }
}
