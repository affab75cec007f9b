package org.podium.venue.ndjson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.podium.model.mark.Quantity;

/**
 * The fields of one JSON object. Each method reads one and refuses the line when it is not what it has to be;
 * {@link #end} refuses it when a field is left that nobody asked for. A field that may be absent may be {@code null},
 * which means the same.
 */
final class Fields {

    private final ObjectNode json;
    private final String path;
    private final Set<String> asked = new TreeSet<>();

    private Fields(ObjectNode json, String path) {
        this.json = json;
        this.path = path;
    }

    /** Reads an object to its end. */
    static <T> T read(ObjectNode json, String path, Function<Fields, T> reader) {
        Fields fields = new Fields(json, path);
        T value = reader.apply(fields);
        fields.end();
        return value;
    }

    private void end() {
        json.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                throw new Refusal(
                        at(name),
                        LineProblem.UNKNOWN_FIELD,
                        "there is no field '%s' here; remove it or correct its name, which may be one of %s"
                                .formatted(name, asked));
            }
        });
    }

    boolean has(String name) {
        return optional(name) != null;
    }

    /** A text that the parser takes, such as the grammar of an id. */
    String text(String name, Function<String, ?> parser) {
        return checked(name, textOf(name, required(name)), parser);
    }

    /** A text of one character or more. */
    String text(String name) {
        return text(name, Fields::notEmpty);
    }

    /** A text that may be empty. */
    String textOr(String name, String otherwise) {
        JsonNode node = optional(name);
        return node == null ? otherwise : textOf(name, node);
    }

    @Nullable String optionalText(String name) {
        JsonNode node = optional(name);
        return node == null ? null : checked(name, textOf(name, node), Fields::notEmpty);
    }

    /** What a parser makes of a text. */
    <T> T parsed(String name, Function<String, T> parser) {
        return parse(name, textOf(name, required(name)), parser);
    }

    <T> @Nullable T optionalParsed(String name, Function<String, T> parser) {
        JsonNode node = optional(name);
        return node == null ? null : parse(name, textOf(name, node), parser);
    }

    long number(String name, long least, long most) {
        return numberOf(name, required(name), least, most);
    }

    long numberOr(String name, long least, long most, long otherwise) {
        JsonNode node = optional(name);
        return node == null ? otherwise : numberOf(name, node, least, most);
    }

    @Nullable Long optionalNumber(String name, long least, long most) {
        JsonNode node = optional(name);
        return node == null ? null : numberOf(name, node, least, most);
    }

    @Nullable Integer optionalInt(String name, int least, int most) {
        Long number = optionalNumber(name, least, most);
        return number == null ? null : Math.toIntExact(number);
    }

    boolean flagOr(String name, boolean otherwise) {
        JsonNode node = optional(name);
        if (node == null) {
            return otherwise;
        }
        if (!node.isBoolean()) {
            throw wrongType(name, "true or false, without quotes");
        }
        return node.booleanValue();
    }

    /** A word of the enum other than {@code UNKNOWN}. */
    <E extends Enum<E>> E word(String name, Class<E> type) {
        return wordOf(name, required(name), type);
    }

    <E extends Enum<E>> E wordOr(String name, Class<E> type, E otherwise) {
        JsonNode node = optional(name);
        return node == null ? otherwise : wordOf(name, node, type);
    }

    /** A word that has to be written, where {@code null} says something. */
    <E extends Enum<E>> @Nullable E wordOrNull(String name, Class<E> type) {
        asked.add(name);
        JsonNode node = json.get(name);
        if (node == null) {
            throw missing(name);
        }
        return node.isNull() ? null : wordOf(name, node, type);
    }

    /** A quantity in quotes, in millionths. */
    @Nullable Long optionalMillionths(String name) {
        JsonNode node = optional(name);
        return node == null ? null : parse(name, textOf(name, node), Quantity::parse).millionths();
    }

    <T> T object(String name, Function<Fields, T> reader) {
        return objectOf(name, required(name), reader);
    }

    <T> @Nullable T optionalObject(String name, Function<Fields, T> reader) {
        JsonNode node = optional(name);
        return node == null ? null : objectOf(name, node, reader);
    }

    /** Objects in an array. */
    <T> @Nullable List<T> optionalObjects(String name, Function<Fields, T> reader) {
        return optionalList(name, (place, node) -> objectOf(place, node, reader));
    }

    List<String> textsOrEmpty(String name) {
        List<String> texts =
                optionalList(name, (place, node) -> checked(place, textOf(place, node), Fields::notEmpty));
        return texts == null ? List.of() : texts;
    }

    List<Integer> intsOrEmpty(String name, int least, int most) {
        List<Integer> ints = optionalList(name, (place, node) -> Math.toIntExact(numberOf(place, node, least, most)));
        return ints == null ? List.of() : ints;
    }

    /** An object whose names are free, with a parsed text for each. */
    <T> Map<String, T> namesOrEmpty(String name, Function<String, ?> key, Function<String, T> parser) {
        JsonNode node = optional(name);
        if (node == null) {
            return Map.of();
        }
        if (!(node instanceof ObjectNode object)) {
            throw wrongType(name, "an object, from { to }");
        }
        Map<String, T> named = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> part : object.properties()) {
            String place = name + "." + part.getKey();
            checked(place, part.getKey(), key);
            named.put(part.getKey(), parse(place, textOf(place, part.getValue()), parser));
        }
        return named;
    }

    Refusal wrongPayload(String name, String sentence) {
        return new Refusal(at(name), LineProblem.WRONG_PAYLOAD, sentence);
    }

    Refusal missing(String name) {
        return new Refusal(at(name), LineProblem.MISSING_FIELD, "'" + name + "' is missing; add it");
    }

    private <T> @Nullable List<T> optionalList(String name, ListElement<T> element) {
        JsonNode node = optional(name);
        if (node == null) {
            return null;
        }
        if (!node.isArray()) {
            throw wrongType(name, "a list, from [ to ]");
        }
        List<T> list = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            list.add(element.read(name + "[" + i + "]", node.get(i)));
        }
        return List.copyOf(list);
    }

    private interface ListElement<T> {
        T read(String place, JsonNode node);
    }

    private JsonNode required(String name) {
        JsonNode node = optional(name);
        if (node == null) {
            throw missing(name);
        }
        return node;
    }

    private @Nullable JsonNode optional(String name) {
        asked.add(name);
        JsonNode node = json.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private String textOf(String name, JsonNode node) {
        if (!node.isTextual()) {
            throw wrongType(name, "a text in quotes");
        }
        return node.textValue();
    }

    private long numberOf(String name, JsonNode node, long least, long most) {
        if (!node.isIntegralNumber()) {
            throw wrongType(name, "a whole number, without quotes and without a decimal point");
        }
        if (!node.canConvertToLong() || node.longValue() < least || node.longValue() > most) {
            throw wrongValue(name, node.asText() + " is not a number from " + least + " to " + most + "; correct it");
        }
        return node.longValue();
    }

    private <E extends Enum<E>> E wordOf(String name, JsonNode node, Class<E> type) {
        String text = textOf(name, node);
        List<E> words = Arrays.stream(type.getEnumConstants())
                .filter(word -> !word.name().equals("UNKNOWN"))
                .toList();
        return words.stream()
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(() -> wrongValue(
                        name,
                        "'%s' is not known here; write one of %s"
                                .formatted(
                                        abbreviate(text),
                                        words.stream().map(Enum::name).collect(Collectors.joining(", ")))));
    }

    private <T> T objectOf(String name, JsonNode node, Function<Fields, T> reader) {
        if (!(node instanceof ObjectNode object)) {
            throw wrongType(name, "an object, from { to }");
        }
        return read(object, at(name), reader);
    }

    private String checked(String name, String text, Function<String, ?> parser) {
        parse(name, text, parser);
        return text;
    }

    private <T> T parse(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw wrongValue(name, String.valueOf(e.getMessage()));
        }
    }

    private Refusal wrongType(String name, String due) {
        return new Refusal(at(name), LineProblem.WRONG_TYPE, "'" + name + "' has to be " + due);
    }

    private Refusal wrongValue(String name, String sentence) {
        return new Refusal(at(name), LineProblem.WRONG_VALUE, sentence);
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String notEmpty(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the text is empty; write it, or leave the field out where it is not needed");
        }
        return text;
    }

    static String abbreviate(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
