package org.podium.venue.intake;

/**
 * What became of the lines.
 *
 * @param taken events that were taken, notices in the place of others not among them
 * @param replaced events over the largest size, in whose place a notice was taken
 * @param refused lines that are no event, or one of another venue
 */
public record Summary(long taken, long replaced, long refused) {

    /** Whether every line was an event that was taken. */
    public boolean clean() {
        return replaced == 0 && refused == 0;
    }

    Summary plusTaken() {
        return new Summary(taken + 1, replaced, refused);
    }

    Summary plusReplaced() {
        return new Summary(taken, replaced + 1, refused);
    }

    Summary plusRefused() {
        return new Summary(taken, replaced, refused + 1);
    }
}
