package org.podium.venue.ndjson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object, taken out one by one. What is wrong is noted, and something harmless returned in its place,
 * so that reading goes on to the next mistake; whoever reads asks at the end whether there were any.
 */
final class Fields {

    private final Json.Members object;
    private final String path;
    private final Problems problems;
    private final Values values;
    private final TreeSet<String> known = new TreeSet<>();

    Fields(Json.Members object, String path, Problems problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
        this.values = new Values(problems);
    }

    /** A text that has to be there and that the parser takes; it throws {@link IllegalArgumentException} otherwise. */
    String text(String name, Reason reason, Function<String, ?> parser) {
        return values.text(field(name), required(name), reason, parser);
    }

    /** The same, where the field may be missing or null. */
    @Nullable
    String optionalText(String name, Reason reason, Function<String, ?> parser) {
        Json value = optional(name);
        return value == null ? null : values.text(field(name), value, reason, parser);
    }

    /** The same, where the field may be missing, but not null; the fallback if it is. */
    String textOr(String fallback, String name, Reason reason, Function<String, ?> parser) {
        Json value = given(name);
        return value == null ? fallback : values.text(field(name), value, reason, parser);
    }

    /** What the parser makes of a text that has to be there; the replacement where it cannot. */
    <T> T parsed(String name, Reason reason, Function<String, T> parser, T replacement) {
        return values.parsed(field(name), required(name), reason, parser, replacement);
    }

    /** The same, where the field may be missing or null. */
    <T> @Nullable T optionalParsed(String name, Reason reason, Function<String, T> parser, T replacement) {
        Json value = optional(name);
        return value == null ? null : values.parsed(field(name), value, reason, parser, replacement);
    }

    /**
     * One of the words of an enum that has to be there; the unknown one, which is no word of the format, where it is
     * not.
     */
    <E extends Enum<E>> E word(String name, Class<E> type, E unknown) {
        return values.word(field(name), required(name), type, unknown);
    }

    /** The same, where the field may be missing, but not null; the fallback if it is. */
    <E extends Enum<E>> E wordOr(E fallback, String name, Class<E> type, E unknown) {
        Json value = given(name);
        return value == null ? fallback : values.word(field(name), value, type, unknown);
    }

    /** The same, where the field may be missing or null. */
    <E extends Enum<E>> @Nullable E optionalWord(String name, Class<E> type, E unknown) {
        Json value = optional(name);
        return value == null ? null : values.word(field(name), value, type, unknown);
    }

    /** The same, where the field has to be there and may be null, which means something. */
    <E extends Enum<E>> @Nullable E nullableWord(String name, Class<E> type, E unknown, String meaning) {
        if (given(name) == null) {
            note(Reason.MISSING_FIELD, name, "\"%s\" is missing: write %s".formatted(name, meaning));
        }
        return optionalWord(name, type, unknown);
    }

    /** A whole number within bounds that has to be there; the least where it is not. */
    long whole(String name, long least, long most) {
        Json value = required(name);
        return value == null ? least : values.whole(field(name), value, least, most);
    }

    /** The same, where the field may be missing, but not null; the fallback if it is. */
    long wholeOr(long fallback, String name, long least, long most) {
        Json value = given(name);
        return value == null ? fallback : values.whole(field(name), value, least, most);
    }

    /** The same, where the field may be missing or null. */
    @Nullable
    Long optionalWhole(String name, long least, long most) {
        Json value = optional(name);
        return value == null ? null : Long.valueOf(values.whole(field(name), value, least, most));
    }

    /** True or false; the fallback where the field is missing. */
    boolean truthOr(boolean fallback, String name) {
        Json value = given(name);
        if (value instanceof Json.Truth truth) {
            return truth.value();
        }
        if (value != null) {
            values.wrongType(field(name), value, "true or false without quotes");
        }
        return fallback;
    }

    /** An object that has to be there; null where it is not. */
    <T> @Nullable T object(String name, Function<Fields, T> reader) {
        Json value = required(name);
        return value == null ? null : object(field(name), value, reader);
    }

    /** An object that may be missing or null. */
    <T> @Nullable T optionalObject(String name, Function<Fields, T> reader) {
        Json value = optional(name);
        return value == null ? null : object(field(name), value, reader);
    }

    private <T> @Nullable T object(String where, Json value, Function<Fields, T> reader) {
        if (!(value instanceof Json.Members members)) {
            values.wrongType(where, value, "an object in braces");
            return null;
        }
        Fields fields = new Fields(members, where, problems);
        T read = reader.apply(fields);
        fields.refuseOthers();
        return read;
    }

    /** A list of objects; empty where the field is missing. */
    <T> List<T> objects(String name, Function<Fields, T> reader) {
        return elements(name, (where, value) -> object(where, value, reader));
    }

    /** The same, where the field may be null, which then is what it is. */
    <T> @Nullable List<T> optionalObjects(String name, Function<Fields, T> reader) {
        return optional(name) == null ? null : objects(name, reader);
    }

    /** A list of texts; empty where the field is missing. */
    List<String> texts(String name, Function<String, ?> parser) {
        return elements(name, (where, value) -> element(where, value).text("", Reason.INVALID_TEXT, parser));
    }

    /** A list of whole numbers; empty where the field is missing. */
    List<Integer> wholes(String name, int least, int most) {
        return elements(name, (where, value) -> (int) element(where, value).whole("", least, most));
    }

    /** An element of a list, as the only field of an object without a name. */
    private Fields element(String where, Json value) {
        return new Fields(new Json.Members(value.place(), Map.of("", value)), where, problems);
    }

    private <T> List<T> elements(String name, BiFunction<String, Json, @Nullable T> reader) {
        Json value = given(name);
        List<T> read = new ArrayList<>();
        if (value instanceof Json.Elements elements) {
            for (int i = 0; i < elements.values().size(); i++) {
                T one = reader.apply(
                        field(name) + "[" + i + "]", elements.values().get(i));
                if (one != null) {
                    read.add(one);
                }
            }
        } else if (value != null) {
            values.wrongType(field(name), value, "a list in brackets");
        }
        return read;
    }

    /**
     * An object whose names are free, up to a grammar, and whose values are texts; empty where the field is missing.
     */
    Map<String, String> named(String name, Pattern names, String grammar, Reason reason, Function<String, ?> parser) {
        Map<String, String> read = new LinkedHashMap<>();
        Json value = given(name);
        if (value != null) {
            Map<String, String> ignored = object(field(name), value, fields -> {
                for (String key : fields.object.fields().keySet()) {
                    if (names.matcher(key).matches()) {
                        read.put(key, fields.text(key, reason, parser));
                    } else {
                        fields.known.add(key);
                        fields.note(Reason.INVALID_TEXT, key, "a name here has to be " + grammar);
                    }
                }
                return read;
            });
        }
        return read;
    }

    /** True when the field is there and not null. */
    boolean has(String name) {
        return optional(name) != null;
    }

    /** Notes a problem with a field of this object, at the object where the field is missing. */
    void note(Reason reason, String name, String sentence) {
        Json value = object.fields().get(name);
        problems.add(reason, field(name), value == null ? object.place() : value.place(), sentence);
    }

    /** Notes every field that nobody has asked for. */
    void refuseOthers() {
        object.fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                problems.add(
                        Reason.UNKNOWN_FIELD,
                        field(Json.abbreviated(name)),
                        value.place(),
                        "there is no field \"%s\" here; %s".formatted(Json.abbreviated(name), respelled(name)));
            }
        });
    }

    private String respelled(String name) {
        String plain = name.replaceAll("[_ -]", "").toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(other -> other.toLowerCase(Locale.ROOT).equals(plain))
                .findFirst()
                .map(other -> "write it \"" + other + "\"")
                .orElse("there are " + String.join(", ", known));
    }

    private @Nullable Json required(String name) {
        Json value = given(name);
        if (value == null) {
            note(
                    Reason.MISSING_FIELD,
                    name,
                    "\"%s\" is missing%s; add it".formatted(name, path.isEmpty() ? "" : " in " + path));
        }
        return value;
    }

    private @Nullable Json optional(String name) {
        Json value = given(name);
        return value instanceof Json.Null ? null : value;
    }

    private @Nullable Json given(String name) {
        known.add(name);
        return object.fields().get(name);
    }

    private String field(String name) {
        return name.isEmpty() || path.isEmpty() ? path + name : path + "." + name;
    }
}
