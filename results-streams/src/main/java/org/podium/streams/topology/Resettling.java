package org.podium.streams.topology;

import java.util.Optional;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.Result;
import org.podium.streams.fold.Cause;
import org.podium.streams.validate.Definition;
import org.podium.streams.validate.Report;
import org.podium.streams.validate.SourceRecord;

/**
 * Settles units about which nothing was said, but whose results say something else since another unit, their event or a
 * list changed.
 */
final class Resettling {

    private final Units units;
    private final Settling settling;
    private final Publisher publisher;

    Resettling(Units units, Settling settling, Publisher publisher) {
        this.units = units;
        this.settling = settling;
        this.publisher = publisher;
    }

    /**
     * Stores and publishes what the unit comes to. What cannot be published is reported, and the unit stays as it was.
     *
     * @param unit recalled before what it follows from was changed
     * @param origin the record behind it
     * @return the new version; empty when the world sees no difference
     */
    Optional<Result> settle(Definition definition, Unit unit, Cause cause, SourceRecord origin) {
        return switch (settling.after(unit, definition, cause)) {
            case Settlement.Borne borne -> {
                Settlement.Publication publication = borne.publication();
                if (publication == null) {
                    yield Optional.empty();
                }
                units.store(definition.unit(), unit, borne.parts());
                publisher.result(definition.unit(), publication);
                yield Optional.of(publication.result());
            }
            case Settlement.Unbearable(var reason, String sentence) -> {
                units.reload(definition.unit());
                publisher.report(new Report(
                        Disposition.FLAGGED,
                        reason,
                        "what it means for unit %s cannot be published: %s".formatted(definition.unit(), sentence),
                        origin,
                        null));
                yield Optional.empty();
            }
        };
    }
}
