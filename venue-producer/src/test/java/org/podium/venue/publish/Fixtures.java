package org.podium.venue.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

/** Events, definitions and a registry for the tests of this package. */
final class Fixtures {

    static final String UNIT = "ATHM100M--------------FNL-000100--";
    static final String EVENT_KEY = "OG2024/ATHM100M--------------";

    private Fixtures() {}

    static VenueEvent event(long sequence) {
        return event(sequence, "a reason");
    }

    static VenueEvent event(long sequence, String reason) {
        return VenueEvent.newBuilder()
                .setCompetition("OG2024")
                .setFeed(FeedFlag.PRODUCTION)
                .setVenue("STA")
                .setSource("TIMING-1")
                .setUnit(UNIT)
                .setSequence(sequence)
                .setVenueTime(Instant.parse("2024-08-04T19:55:00Z"))
                .setKind(EventKind.RESULT_STATUS)
                .setResultStatus(ResultStatus.LIVE)
                .setReason(reason)
                .build();
    }

    static UnitDefinition definition(String unit) {
        return UnitDefinition.newBuilder()
                .setCompetition("OG2024")
                .setUnit(unit)
                .setFeed(FeedFlag.PRODUCTION)
                .setDisciplineName("Athletics")
                .setEventName("Men's 100m")
                .setUnitName("Final")
                .setVenue("STA")
                .setVenueName("Stade de France")
                .setSource("TIMING-1")
                .setScheduledStart(Instant.parse("2024-08-04T19:50:00Z"))
                .setRule(new RankingRule("race-by-time", Map.of()))
                .setMedals(List.of())
                .setEntries(List.of())
                .build();
    }

    /** A registry that has one schema, with id 7, for as long as it is up. */
    static final class OneSchema implements SchemaRegistry {

        private final Schema schema;
        private boolean up = true;

        OneSchema(Schema schema) {
            this.schema = schema;
        }

        void goAway() {
            up = false;
        }

        @Override
        public int idOf(Schema wanted) {
            if (!wanted.equals(schema)) {
                throw new UnknownSchemaException("not registered: " + wanted.getFullName());
            }
            return answer(7);
        }

        @Override
        public Schema schemaOf(int id) {
            return answer(schema);
        }

        @Override
        public int register(Schema wanted) {
            throw new IncompatibleSchemaException("this registry takes no schemas");
        }

        @Override
        public List<String> incompatibilities(Schema wanted) {
            return answer(List.of());
        }

        private <T> T answer(T answer) {
            if (!up) {
                throw new RegistryUnavailableException("the registry is away", new IllegalStateException("closed"));
            }
            return answer;
        }

        @Override
        public void close() {}
    }
}
