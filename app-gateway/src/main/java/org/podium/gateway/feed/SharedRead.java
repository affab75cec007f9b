package org.podium.gateway.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/**
 * Chooses whose pages are read in one sweep. Those whose connections broke at the same moment lack nearly the same, and
 * reading it once serves all of them. A sweep begins where the one that is furthest behind begins, so who is far from
 * the others has a sweep of his own: of what one reads, at most so much may be of no use to another.
 */
final class SharedRead {

    private final long mostSpread;
    private final List<OpenPage> pages = new ArrayList<>();
    private long[] least = {};
    private long[] greatest = {};

    /** @param mostSpread most records that are read again for who begins earlier */
    SharedRead(long mostSpread) {
        this.mostSpread = mostSpread;
    }

    /** Takes the first one, and those of the others that are near, out of those who wait. */
    static SharedRead of(Collection<OpenPage> waiting, long mostSpread) {
        SharedRead shared = new SharedRead(mostSpread);
        for (Iterator<OpenPage> next = waiting.iterator(); next.hasNext(); ) {
            if (shared.join(next.next())) {
                next.remove();
            }
        }
        return shared;
    }

    private boolean join(OpenPage page) {
        long[] starts = page.starts();
        if (pages.isEmpty()) {
            least = starts.clone();
            greatest = starts.clone();
        } else if (spreadWith(starts) > mostSpread) {
            return false;
        }
        for (int track = 0; track < starts.length; track++) {
            least[track] = Math.min(least[track], starts[track]);
            greatest[track] = Math.max(greatest[track], starts[track]);
        }
        pages.add(page);
        return true;
    }

    private long spreadWith(long[] starts) {
        long spread = 0;
        for (int track = 0; track < starts.length; track++) {
            spread += Math.max(greatest[track], starts[track]) - Math.min(least[track], starts[track]);
        }
        return spread;
    }

    List<OpenPage> pages() {
        return pages;
    }

    /** Offset at which to begin, one a track. */
    long[] least() {
        return least;
    }
}
