package org.podium.gateway.board;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.podium.gateway.document.Stage;
import org.podium.model.wire.ResultStatus;

/**
 * What readers choose revisions by.
 *
 * @param competition competition code
 * @param discipline discipline, 3 characters; empty for a medal standing
 * @param event event, 22 characters; empty for a medal standing
 * @param unit RSC, 34 characters; empty for anything but a unit
 * @param organisations organisations that take part
 * @param stage how far a unit is; finished for anything else
 * @param status result status of a unit; null before the first one and for anything else
 * @param scheduledStart scheduled start of a unit; the epoch for anything else
 */
public record Facets(
        String competition,
        String discipline,
        String event,
        String unit,
        Set<String> organisations,
        Stage stage,
        @Nullable ResultStatus status,
        Instant scheduledStart) {}
