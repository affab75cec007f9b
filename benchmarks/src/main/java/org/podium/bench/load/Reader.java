package org.podium.bench.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one reader holds, over all its connections: the newest version of every subject, and where to resume. Lives on
 * one event loop.
 */
final class Reader {

    private static final byte QUOTE = '"';

    /** More than most messages have. */
    private static final int TEXT_BYTES = 4 << 10;

    private final Scanner scanner;
    private long[] versions = new long[1];
    private long[] intended = new long[1];
    private byte[] position = new byte[0];
    private int positionLength;
    private long stormAt = Long.MAX_VALUE;
    private int freshSinceStorm;

    Reader(Scanner scanner) {
        this.scanner = scanner;
    }

    /** What readers of a loop share. */
    static final class Scanner {

        final Tally tally;
        private final Needle time;
        private final Needle subject;
        private final Needle version;
        private final Needle position;
        private final Subjects subjects;
        private final Subjects.Lookup lookup;
        private final WallClock clock;
        private long now;

        /** The message that is read, copied at once: each byte is looked at several times. */
        private byte[] text = new byte[TEXT_BYTES];

        Scanner(Marks marks, Subjects subjects, Tally tally, WallClock clock) {
            this.time = new Needle(Marks.bytes(marks.time()));
            this.subject = new Needle(Marks.bytes(marks.subject()));
            this.version = new Needle(Marks.bytes(marks.version()));
            this.position = new Needle(Marks.bytes(marks.position()));
            this.subjects = subjects;
            this.lookup = subjects.new Lookup();
            this.tally = tally;
            this.clock = clock;
        }

        /** Takes the time at which what is read next has arrived. */
        void arrives(int bytes) {
            now = clock.micros();
            tally.read(bytes);
        }

        private byte[] text(ByteBuf bytes, int from, int to) {
            if (text.length < to - from) {
                text = new byte[to - from];
            }
            bytes.getBytes(from, text, 0, to - from);
            return text;
        }
    }

    /** Takes a message, or several in one. */
    void take(ByteBuf bytes, int from, int to) {
        take(scanner.text(bytes, from, to), to - from);
    }

    /** Takes a message, or several in one, and the position that stands in it, if any does. */
    void takeWithPosition(ByteBuf bytes, int from, int to) {
        int length = to - from;
        byte[] text = scanner.text(bytes, from, to);
        take(text, length);
        int at = scanner.position.after(text, 0, length);
        int end = at == Needle.NOT_FOUND ? at : quote(text, at, length);
        if (end > at) {
            at(bytes, from + at, from + end);
        }
    }

    private void take(byte[] text, int length) {
        int at = scanner.time.after(text, 0, length);
        while (at != Needle.NOT_FOUND) {
            long time = number(text, at, length);
            int name = scanner.subject.after(text, at, length);
            int end = name == Needle.NOT_FOUND ? name : quote(text, name, length);
            int version = end == Needle.NOT_FOUND ? end : scanner.version.after(text, end, length);
            if (version == Needle.NOT_FOUND) {
                return;
            }
            take(
                    scanner.lookup.number(text, name, end),
                    TimeUnit.MILLISECONDS.toMicros(time),
                    number(text, version, length));
            at = scanner.time.after(text, version, length);
        }
    }

    private static int quote(byte[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text[at] == QUOTE) {
                return at;
            }
        }
        return Needle.NOT_FOUND;
    }

    private void take(int subject, long time, long version) {
        Tally tally = scanner.tally;
        tally.message();
        grow(subject);
        long held = versions[subject];
        if (version <= held) {
            if (version == held) {
                tally.duplicate();
            } else {
                tally.backwards();
            }
            return;
        }
        if (held > 0 && version > held + 1) {
            tally.passedOver(intended[subject], time, version - held - 1, scanner.now);
        }
        tally.arrived(time, scanner.now);
        boolean fresh = time >= stormAt && intended[subject] < stormAt;
        versions[subject] = version;
        intended[subject] = time;
        if (fresh && ++freshSinceStorm == scanner.subjects.size()) {
            tally.caughtUp(scanner.now - stormAt);
        }
    }

    private void grow(int subject) {
        if (subject >= versions.length) {
            int length = Math.max(subject + 1, scanner.subjects.size());
            versions = Arrays.copyOf(versions, length);
            intended = Arrays.copyOf(intended, length);
        }
    }

    private static long number(byte[] text, int from, int to) {
        long number = 0;
        for (int at = from; at < to; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Remembers where to resume. */
    void at(ByteBuf bytes, int from, int to) {
        positionLength = to - from;
        if (position.length < positionLength) {
            position = new byte[positionLength];
        }
        bytes.getBytes(from, position, 0, positionLength);
    }

    /** Where to resume, if the server ever said. */
    @Nullable
    String position() {
        return positionLength == 0 ? null : new String(position, 0, positionLength, StandardCharsets.US_ASCII);
    }

    /** All connections are about to be cut: from now on it counts how soon the reader has caught up. */
    void storm(long at) {
        stormAt = at;
        freshSinceStorm = 0;
    }

    /** True when it holds that version, or a newer one, of each subject. */
    boolean holds(long[] newest) {
        for (int subject = 0; subject < newest.length; subject++) {
            if ((subject < versions.length ? versions[subject] : 0) < newest[subject]) {
                return false;
            }
        }
        return true;
    }

    /** Raises each number to the version that is held here. */
    void raise(long[] newest) {
        for (int subject = 0; subject < Math.min(newest.length, versions.length); subject++) {
            newest[subject] = Math.max(newest[subject], versions[subject]);
        }
    }

    Tally tally() {
        return scanner.tally;
    }

    /** Takes the time at which what is read next has arrived. */
    void arrives(int count) {
        scanner.arrives(count);
    }
}
