package org.podium.gateway.web;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.EventKey;
import org.podium.model.id.InvalidIdException;
import org.podium.model.id.OrganisationCode;
import org.podium.model.id.Rsc;

/**
 * The query of a request. A parameter that the resource does not take, and a value that is not of its kind, are
 * refused: who mistypes a filter must not get everything instead.
 */
final class Query {

    private static final Set<String> ZONES = Stream.concat(
                    ZoneId.getAvailableZoneIds().stream(), Stream.of(ZoneOffset.UTC.getId()))
            .collect(Collectors.toUnmodifiableSet());

    private final MultiMap parameters;

    private Query(MultiMap parameters) {
        this.parameters = parameters;
    }

    /**
     * The query of a request to a resource that takes these parameters.
     *
     * @throws Problem when it has others
     */
    static Query of(RoutingContext context, String... known) {
        return of(context.queryParams(), known);
    }

    /**
     * The same of parameters that came in another way.
     *
     * @throws Problem when there are others
     */
    static Query of(MultiMap parameters, String... known) {
        for (String name : parameters.names()) {
            if (!List.of(known).contains(name)) {
                throw Problem.badRequest(
                        known.length == 0
                                ? "this resource takes no parameters; leave out '%s'".formatted(shown(name))
                                : "there is no parameter '%s' here; use %s"
                                        .formatted(shown(name), String.join(", ", known)));
            }
        }
        return new Query(parameters);
    }

    /** The same without a parameter. */
    Query without(String name) {
        MultiMap others = MultiMap.caseInsensitiveMultiMap().addAll(parameters);
        return new Query(others.remove(name));
    }

    boolean isEmpty() {
        return parameters.isEmpty();
    }

    /** Values of a parameter, given several times or with commas between. */
    Set<String> values(String name) {
        Set<String> values = new LinkedHashSet<>();
        for (String value : parameters.getAll(name)) {
            values.addAll(Arrays.asList(value.split(",", -1)));
        }
        return values;
    }

    Set<String> competitions(String name) {
        return parsed(name, value -> CompetitionCode.parse(value).value());
    }

    Set<String> units(String name) {
        return parsed(name, value -> Rsc.parse(value).value());
    }

    Set<String> events(String name) {
        return parsed(name, value -> EventKey.parse("OG2024/" + value).event());
    }

    Set<String> organisations(String name) {
        return parsed(name, value -> OrganisationCode.parse(value).value());
    }

    Set<String> competitors(String name) {
        return parsed(name, value -> CompetitorId.parse(value).value());
    }

    Set<String> disciplines(String name) {
        return parsed(name, value -> {
            if (!value.matches("[A-Z0-9]{3}")) {
                throw Problem.badRequest("'%s' is no discipline: it has 3 characters of A-Z and 0-9, such as ATH"
                        .formatted(shown(value)));
            }
            return value;
        });
    }

    private Set<String> parsed(String name, Function<String, String> parse) {
        Set<String> parsed = new TreeSet<>();
        for (String value : values(name)) {
            parsed.add(id(value, parse));
        }
        return parsed;
    }

    /** An id in the path, named as in its route. */
    static <T> T pathId(RoutingContext context, String name, Function<String, T> parse) {
        return id(Objects.requireNonNull(context.pathParam(name), name), parse);
    }

    /**
     * An id as its type parses it.
     *
     * @throws Problem when it is not one
     */
    static <T> T id(String value, Function<String, T> parse) {
        try {
            return parse.apply(value);
        } catch (InvalidIdException e) {
            throw Problem.badRequest(shown(String.valueOf(e.getMessage())));
        }
    }

    /** One of a few words; the first one when the parameter is not given. */
    String word(String name, String... words) {
        Optional<String> value = single(name);
        if (value.isPresent() && !List.of(words).contains(value.get())) {
            throw Problem.badRequest("'%s' is no value of %s; use one of %s"
                    .formatted(shown(value.get()), name, String.join(", ", words)));
        }
        return value.orElse(words[0]);
    }

    /** A whole number in a range. */
    int number(String name, int least, int most, int otherwise) {
        return single(name)
                .map(value -> {
                    int number = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
                    if (number < least || number > most) {
                        throw Problem.badRequest("%s has to be a whole number from %d to %d, and is '%s'"
                                .formatted(name, least, most, shown(value)));
                    }
                    return number;
                })
                .orElse(otherwise);
    }

    /** A day as ISO 8601 writes it. */
    Optional<LocalDate> day(String name) {
        return single(name).map(value -> {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw Problem.badRequest(
                        "%s has to be a day such as 2024-08-04, and is '%s'".formatted(name, shown(value)));
            }
        });
    }

    /**
     * A region of the IANA database or {@code Z}, of which there are few enough to keep answers for; UTC when it is not
     * given.
     */
    ZoneId zone(String name) {
        return single(name)
                .map(value -> {
                    if (!ZONES.contains(value)) {
                        throw Problem.badRequest(
                                "%s has to be a region of the time zone database such as Europe/Paris, or Z, and is '%s'"
                                        .formatted(name, shown(value)));
                    }
                    return ZoneId.of(value);
                })
                .orElse(ZoneOffset.UTC);
    }

    /** A parameter that may be given once. */
    Optional<String> single(String name) {
        List<String> values = parameters.getAll(name);
        if (values.size() > 1) {
            throw Problem.badRequest("%s is given %d times; give it once".formatted(name, values.size()));
        }
        return values.stream().findFirst();
    }

    /** Text of a stranger, cut for an answer. */
    static String shown(String text) {
        int longest = 200;
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
