package org.podium.streams.validate;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import org.podium.model.wire.RejectReason;

/** What a check made of a message. */
public sealed interface Checked<T> {

    /** It holds, and this is what it says. */
    record Accepted<T>(T value) implements Checked<T> {}

    /**
     * It does not.
     *
     * @param sentence what was found, where, and what would be right, for the control room
     */
    record Refused<T>(RejectReason reason, String sentence) implements Checked<T> {}

    /** It does not; the parts are put into the sentence. */
    @FormatMethod
    static <T> Checked<T> refused(RejectReason reason, @FormatString String sentence, Object... parts) {
        return new Refused<>(reason, sentence.formatted(parts));
    }
}
