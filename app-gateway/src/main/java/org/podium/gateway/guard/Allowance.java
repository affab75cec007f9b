package org.podium.gateway.guard;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often something may happen in a minute: so many times at once, and then as often as time gives back (the generic
 * cell rate algorithm of ATM's I.371). One number is all that is kept: until when what has happened is used up.
 */
final class Allowance {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final AtomicLong usedUntil;

    Allowance(long now) {
        this.usedUntil = new AtomicLong(now);
    }

    /** Uses it once. False when it is used up. */
    boolean take(int mostAMinute, long now) {
        long each = MINUTE / mostAMinute;
        while (true) {
            long before = usedUntil.get();
            long ahead = Math.max(0, before - now) + each;
            if (ahead > MINUTE) {
                return false;
            }
            if (usedUntil.compareAndSet(before, now + ahead)) {
                return true;
            }
        }
    }
}
