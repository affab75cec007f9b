package org.podium.venue.ndjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON objects of a text, with their places. */
final class JsonText {

    /** A start list is three deep; what is much deeper was not meant for us. */
    private static final int MOST_NESTED = 16;

    /** The longest number that means anything here has 16 digits. */
    private static final int MOST_DIGITS = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_NESTED)
                    .maxNumberLength(MOST_DIGITS)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private final long firstLine;
    private final Problems problems;

    private JsonText(JsonParser parser, long firstLine, Problems problems) {
        this.parser = parser;
        this.firstLine = firstLine;
        this.problems = problems;
    }

    /**
     * The objects that a text consists of, with any white space between them. Stops at the first error of syntax.
     *
     * @param firstLine number of the text's first line
     */
    static List<Json.Members> objects(String text, long firstLine, Problems problems) {
        List<Json.Members> objects = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonText reader = new JsonText(parser, firstLine, problems);
            try {
                reader.readInto(objects);
            } catch (JsonProcessingException e) {
                problems.add(Reason.NOT_JSON, "", reader.place(e.getLocation()), sentence(text, e));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
        return objects;
    }

    private void readInto(List<Json.Members> objects) throws IOException {
        while (parser.nextToken() != null) {
            Json value = value("");
            if (value instanceof Json.Members object) {
                objects.add(object);
            } else {
                problems.add(
                        Reason.NOT_AN_OBJECT,
                        "",
                        value.place(),
                        "this is %s; it has to be an object in braces, such as {\"competition\":\"OG2024\",...}"
                                .formatted(value.described()));
            }
        }
    }

    private static String sentence(String text, JsonProcessingException e) {
        String found = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
        boolean typographic = text.indexOf('\u201c') >= 0 || text.indexOf('\u201d') >= 0;
        return found
                + (typographic
                        ? "; the text has typographic quotes: write straight ones (\")"
                        : "; check quotes, commas and braces, and that the whole object is on this line");
    }

    private Json value(String path) throws IOException {
        Json.Place place = place(parser.currentTokenLocation());
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> members(path, place);
            case START_ARRAY -> elements(path, place);
            case VALUE_STRING -> new Json.Text(place, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Digits(place, parser.getText());
            case VALUE_TRUE -> new Json.Truth(place, true);
            case VALUE_FALSE -> new Json.Truth(place, false);
            case VALUE_NULL -> new Json.Null(place);
            case FIELD_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("No JSON value starts with " + token);
        };
    }

    private Json.Members members(String path, Json.Place place) throws IOException {
        Map<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Json.Place namePlace = place(parser.currentTokenLocation());
            String field = path.isEmpty() ? name : path + "." + name;
            parser.nextToken();
            if (fields.putIfAbsent(name, value(field)) != null) {
                problems.add(
                        Reason.DUPLICATE_FIELD,
                        Json.abbreviated(field),
                        namePlace,
                        "\"%s\" stands here for the second time; leave only the one that is meant"
                                .formatted(Json.abbreviated(name)));
            }
        }
        return new Json.Members(place, fields);
    }

    private Json.Elements elements(String path, Json.Place place) throws IOException {
        List<Json> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(path + "[" + values.size() + "]"));
        }
        return new Json.Elements(place, values);
    }

    private Json.Place place(JsonLocation location) {
        return new Json.Place(firstLine + location.getLineNr() - 1, Math.max(1, location.getColumnNr()));
    }
}
