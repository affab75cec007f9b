package org.podium.streams.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Irm;

/**
 * The parameters of a rule while it is being made. A value that does not fit is noted as a problem and its default goes
 * on, so that all problems are found together; {@link #problems()} also names each parameter that nobody asked for.
 */
final class Parameters {

    private final String rule;
    private final Map<String, String> given;
    private final Set<String> known = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    Parameters(String rule, Map<String, String> given) {
        this.rule = rule;
        this.given = given;
    }

    /** All problems so far, and the parameters that no reader has asked for. */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        new TreeSet<>(given.keySet())
                .stream()
                        .filter(name -> !known.contains(name))
                        .forEach(name -> all.add("rule %s has no parameter '%s'; it has %s"
                                .formatted(rule, name, String.join(", ", known))));
        return all;
    }

    void problem(String sentence) {
        problems.add("rule " + rule + ": " + sentence);
    }

    private @Nullable String read(String name) {
        known.add(name);
        String value = given.get(name);
        return value == null ? null : value.strip();
    }

    private void misfit(String name, String value, String expected) {
        problem("parameter '%s' is '%s'; it has to be %s".formatted(name, value, expected));
    }

    private boolean has(String name) {
        return read(name) != null;
    }

    int whole(String name, int usual, int least, int most) {
        String value = read(name);
        if (value == null) {
            return usual;
        }
        if (value.matches("-?\\d{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        misfit(name, value, "a whole number from %d to %d".formatted(least, most));
        return usual;
    }

    @Nullable
    Quantity quantity(String name) {
        String value = read(name);
        if (value == null) {
            return null;
        }
        try {
            return Quantity.parse(value);
        } catch (NumberFormatException e) {
            misfit(name, value, "a decimal such as 8.36 or a time such as 1:28.03");
            return null;
        }
    }

    /** A quantity above 0 up to a greatest one. */
    Quantity quantity(String name, Quantity usual, Quantity most) {
        Quantity value = quantity(name);
        if (value == null) {
            return usual;
        }
        if (value.compareTo(Quantity.ZERO) <= 0 || value.compareTo(most) > 0) {
            misfit(name, value.toString(), "above 0 and not above " + most);
        }
        return value;
    }

    <E extends Enum<E>> E choice(String name, E usual) {
        String value = read(name);
        if (value == null) {
            return usual;
        }
        E[] choices = usual.getDeclaringClass().getEnumConstants();
        for (E choice : choices) {
            if (word(choice).equals(value)) {
                return choice;
            }
        }
        misfit(
                name,
                value,
                "one of " + Arrays.stream(choices).map(Parameters::word).collect(Collectors.joining(", ")));
        return usual;
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String word(String name, String usual, Pattern pattern, String expected) {
        String value = read(name);
        if (value == null || pattern.matcher(value).matches()) {
            return value == null ? usual : value;
        }
        misfit(name, value, expected);
        return usual;
    }

    /** A list separated by commas, each part of which has to match. */
    List<String> list(String name, List<String> usual, Pattern each, String expected) {
        String value = read(name);
        if (value == null) {
            return usual;
        }
        Set<String> parts = new LinkedHashSet<>();
        for (String part : value.split(",", -1)) {
            String stripped = part.strip();
            if (!each.matcher(stripped).matches()) {
                misfit(name, value, "a list of %s, separated by commas; '%s' is not".formatted(expected, stripped));
                return usual;
            }
            if (!parts.add(stripped)) {
                misfit(name, value, "a list without repetition; '%s' is there twice".formatted(stripped));
                return usual;
            }
        }
        return List.copyOf(parts);
    }

    List<Irm> irms(String name, List<Irm> usual) {
        if (!has(name)) {
            return usual;
        }
        List<Irm> irms = new ArrayList<>();
        for (String part : list(name, List.of(), Pattern.compile("[A-Z]+"), "IRMs such as DNF")) {
            Irm irm = irmOf(part);
            if (irm == null) {
                misfit(
                        name,
                        part,
                        "an IRM: "
                                + Arrays.stream(Irm.values())
                                        .filter(known -> known != Irm.UNKNOWN)
                                        .map(Irm::name)
                                        .collect(Collectors.joining(", ")));
            } else {
                irms.add(irm);
            }
        }
        return irms;
    }

    private static @Nullable Irm irmOf(String name) {
        for (Irm irm : Irm.values()) {
            if (irm != Irm.UNKNOWN && irm.name().equals(name)) {
                return irm;
            }
        }
        return null;
    }
}
