package org.podium.operations.deploy;

import java.util.List;
import org.apache.avro.Schema;

/** What a schema of this build is in the registry. */
public sealed interface SchemaFinding {

    /** Schema of the record. */
    Schema schema();

    /** One sentence for people. */
    String sentence();

    /** It is registered. */
    record Registered(Schema schema, int id) implements SchemaFinding {
        @Override
        public String sentence() {
            return "registered with id " + id;
        }
    }

    /** It is not registered, and nothing stands against it. */
    record Unregistered(Schema schema) implements SchemaFinding {
        @Override
        public String sentence() {
            return "not registered, compatible with all that are";
        }
    }

    /** It is not compatible with what is registered. */
    record Incompatible(Schema schema, List<String> reasons) implements SchemaFinding {
        @Override
        public String sentence() {
            return "incompatible: " + String.join("; ", reasons);
        }
    }
}
