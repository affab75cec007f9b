package org.podium.model.wire;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.podium.model.topic.Topic;
import org.podium.model.topic.TopicCatalogue;

/** The schemas of this build. */
public final class Contracts {

    private Contracts() {}

    /** Of the values of all topics: what is registered. */
    public static List<Schema> messages() {
        return new TopicCatalogue(List.of())
                .all().stream().map(Topic::value).distinct().toList();
    }

    /** Every record and enum in them. */
    static Collection<Schema> named() {
        Map<String, Schema> named = new LinkedHashMap<>();
        Deque<Schema> open = new ArrayDeque<>(messages());
        while (!open.isEmpty()) {
            Schema schema = open.pop();
            switch (schema.getType()) {
                case RECORD -> {
                    if (named.put(schema.getFullName(), schema) == null) {
                        schema.getFields().forEach(field -> open.push(field.schema()));
                    }
                }
                case ENUM -> named.put(schema.getFullName(), schema);
                case ARRAY -> open.push(schema.getElementType());
                case MAP -> open.push(schema.getValueType());
                case UNION -> schema.getTypes().forEach(open::push);
                default -> {}
            }
        }
        return named.values();
    }
}
