package org.podium.model.serde;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/**
 * Compatibility of two schemas in both directions, as {@link SchemaRegistry#COMPATIBILITY} asks of every two versions.
 */
final class Compatibility {

    private Compatibility() {}

    /**
     * What keeps a new schema and a registered one from reading each other's data; one sentence each.
     *
     * @param name of the registered one, for the sentences
     */
    static List<String> against(String name, Schema registered, Schema added) {
        List<String> sentences = new ArrayList<>();
        for (Incompatibility found : incompatibilities(added, registered)) {
            sentences.add("the new schema cannot read data of " + name + sentence(found));
        }
        for (Incompatibility found : incompatibilities(registered, added)) {
            sentences.add(name + " cannot read data of the new schema" + sentence(found));
        }
        return sentences;
    }

    private static List<Incompatibility> incompatibilities(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities();
    }

    private static String sentence(Incompatibility found) {
        return ": at %s %s (%s)".formatted(found.getLocation(), found.getType(), found.getMessage());
    }
}
