package org.podium.streams.fold;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.podium.streams.validate.Report;

/**
 * What a unit made of an event.
 *
 * @param reports for the control room
 * @param cause what brings a new version about, if the world sees a change; null when the state did not change
 * @param duplicate true when the event had been read before
 */
public record Taken(List<Report> reports, @Nullable Cause cause, boolean duplicate) {

    public Taken {
        reports = List.copyOf(reports);
    }

    static Taken nothing(Report report) {
        return new Taken(List.of(report), null, false);
    }

    static Taken repeated(Report report) {
        return new Taken(List.of(report), null, true);
    }
}
