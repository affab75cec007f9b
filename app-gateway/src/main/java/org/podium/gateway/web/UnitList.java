package org.podium.gateway.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.podium.gateway.board.Board;
import org.podium.gateway.board.Part;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;
import org.podium.model.id.CompetitionCode;

/** The units of a competition in the order of their scheduled start, and of their RSC where that is the same. */
final class UnitList {

    private static final Comparator<Revision> ORDER = Comparator.comparing(
                    (Revision unit) -> unit.facets().scheduledStart())
            .thenComparing(unit -> unit.facets().unit());

    private final Board board;

    UnitList(Board board) {
        this.board = board;
    }

    /**
     * All units of the competition.
     *
     * @throws Problem when there are none, which is what tells that the competition is not known
     */
    List<Revision> of(CompetitionCode competition) {
        List<Revision> units = StreamSupport.stream(board.newest(Part.UNIT).spliterator(), false)
                .filter(unit -> unit.facets().competition().equals(competition.value()))
                .sorted(ORDER)
                .toList();
        if (units.isEmpty()) {
            throw UnitRoutes.missing(
                    board,
                    "there is no competition %s here; /v1/competitions lists those that there are"
                            .formatted(competition));
        }
        return units;
    }

    static LocalDate dayOf(Revision unit, ZoneId zone) {
        return LocalDate.ofInstant(unit.facets().scheduledStart(), zone);
    }

    /** Writes summaries as an array. */
    static void write(JsonGenerator json, String field, List<Revision> units) throws IOException {
        json.writeArrayFieldStart(field);
        for (Revision unit : units) {
            json.writeRawValue(new String(unit.document(Detail.SUMMARY), StandardCharsets.UTF_8));
        }
        json.writeEndArray();
    }
}
