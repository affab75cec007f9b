package org.podium.gateway.board;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a reader is: for every track the offset of the first record that it has not been sent. Tracks are the
 * partitions of {@code results.feed}, then those of {@code results.events}, then those of {@code results.medals}. A
 * position means the same on every gateway of a deployment, since it counts records of topics and nothing of a gateway.
 *
 * <p>Printed as {@code 1.<epoch>.<offset>...}: the form's number, eight hexadecimal digits that change when the topics
 * are made anew (their offsets then start over), and an offset a track in base 36.
 */
public final class Position {

    private static final String FORM = "1";
    private static final int RADIX = 36;

    /** More tracks than any deployment has; a bound for what a stranger may make us parse. */
    private static final int MAX_TRACKS = 3_072;

    private static final Pattern GRAMMAR =
            Pattern.compile("1\\.[0-9a-f]{8}(?:\\.[0-9a-z]{1,12}){1," + MAX_TRACKS + "}+");

    private final String epoch;
    private final long[] next;

    /** Position with these offsets, one a track; the array is copied. */
    public Position(String epoch, long[] next) {
        this.epoch = epoch;
        this.next = next.clone();
    }

    /** The position that the text prints; empty when it prints none. */
    public static Optional<Position> parse(String text) {
        if (!GRAMMAR.matcher(text).matches()) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", -1);
        long[] next = new long[parts.length - 2];
        for (int track = 0; track < next.length; track++) {
            next[track] = Long.parseLong(parts[track + 2], RADIX);
        }
        return Optional.of(new Position(parts[1], next));
    }

    public String epoch() {
        return epoch;
    }

    public int tracks() {
        return next.length;
    }

    /** Offset of the first record of the track that has not been sent. */
    public long next(int track) {
        return next[track];
    }

    /** True when the record was sent before this position was reached. */
    public boolean covers(Origin origin) {
        return origin.counted() && origin.offset() < next[origin.track()];
    }

    /** True when everything that the other one covers is covered. */
    public boolean reaches(Position other) {
        for (int track = 0; track < next.length; track++) {
            if (next[track] < other.next[track]) {
                return false;
            }
        }
        return true;
    }

    /** The position that covers that record of a track as well, and those before it. */
    public Position after(Origin origin) {
        long[] after = next.clone();
        after[origin.track()] = Math.max(after[origin.track()], origin.offset() + 1);
        return new Position(epoch, after);
    }

    /** The position that covers what either of them covers. */
    public Position furthest(Position other) {
        long[] furthest = next.clone();
        for (int track = 0; track < furthest.length; track++) {
            furthest[track] = Math.max(furthest[track], other.next[track]);
        }
        return new Position(epoch, furthest);
    }

    /** The position that covers what both of them cover. */
    public Position nearest(Position other) {
        long[] nearest = next.clone();
        for (int track = 0; track < nearest.length; track++) {
            nearest[track] = Math.min(nearest[track], other.next[track]);
        }
        return new Position(epoch, nearest);
    }

    /** Offsets, one a track, as a copy. */
    public long[] offsets() {
        return next.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position position && epoch.equals(position.epoch) && Arrays.equals(next, position.next);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(next);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(FORM).append('.').append(epoch);
        for (long offset : next) {
            text.append('.').append(Long.toString(offset, RADIX));
        }
        return text.toString();
    }
}
