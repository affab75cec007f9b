package org.podium.bench.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Publishes versions at intended times: of each unit one after the other at equal steps, the units evenly spread within
 * a step. A publication that comes late keeps its intended time, and the next ones do not wait for it, so that a stall
 * is measured as the stall that a viewer would see. Versions of a unit go on where they ended.
 */
public final class Pace {

    private final Map<Integer, Long> versions = new HashMap<>();
    private int nextUnit;

    /** So many units of which nothing was published yet; the number of the first one. */
    public int newUnits(int units) {
        int first = nextUnit;
        nextUnit += units;
        return first;
    }

    /**
     * Publishes so many versions of each unit a second, from a moment on, for a time; returns when the last one has
     * been handed over.
     *
     * @param firstUnit number of the first unit; the others follow it
     * @param startMillis milliseconds since 1970 UTC
     */
    public void run(
            Publication publication, int firstUnit, int units, double perSecond, long startMillis, Duration duration)
            throws InterruptedException {
        double step = TimeUnit.SECONDS.toMillis(1) / perSecond / units;
        long count = Math.round(duration.toMillis() / step);
        for (long i = 0; i < count; i++) {
            long intended = startMillis + Math.round(i * step);
            sleepUntil(intended);
            int unit = firstUnit + (int) (i % units);
            publication.publish(unit, versions.merge(unit, 1L, Long::sum), intended);
        }
    }

    /** The newest version of each unit of a run, by the unit's RSC. To be asked when the run has ended. */
    public Map<String, Long> newest(int firstUnit, int units) {
        Map<String, Long> newest = new HashMap<>();
        for (int unit = firstUnit; unit < firstUnit + units; unit++) {
            newest.put(MadeUpUnit.number(unit).key().rsc().toString(), versions.getOrDefault(unit, 0L));
        }
        return newest;
    }

    private static void sleepUntil(long millis) throws InterruptedException {
        for (long left = millis - System.currentTimeMillis(); left > 0; left = millis - System.currentTimeMillis()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(left));
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
