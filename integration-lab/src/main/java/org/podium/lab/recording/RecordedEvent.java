package org.podium.lab.recording;

import org.podium.model.wire.EventDefinition;

/**
 * A recorded event: how its recorded units belong together.
 *
 * @param slug name of its folder
 * @param definition what the organiser said
 * @param official what it has to end in
 */
public record RecordedEvent(String slug, EventDefinition definition, OfficialEvent official) {}
