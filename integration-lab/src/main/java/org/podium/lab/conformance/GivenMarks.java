package org.podium.lab.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Irm;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Outcome;
import org.podium.streams.catalogue.RuleChoice;

/** From the texts of a file to marks of the kinds that the unit's rule takes. */
final class GivenMarks {

    /** A result that is behind by whole laps, such as {@code -1LAP}. */
    private static final Pattern LAPS_BEHIND = Pattern.compile("-?(\\d{1,2}) ?LAPS?|LAPS? ?-?(\\d{1,2})");

    /** The number of laps of a race is in no file: any number above all that can be behind keeps the order. */
    private static final int LAPS = 100;

    /** A number or a time, with what may follow it in brackets: the goals of a shoot-out, or anything else. */
    private static final Pattern VALUE = Pattern.compile("([+-]?\\d[\\d:.]*)(?:\\s*\\((?:(\\d+)|.*)\\))?");

    private static final String SHOOT_OUT = "SO";

    private GivenMarks() {}

    /** The kind of result that a file's word stands for; null for a word that names none. */
    static @Nullable MarkKind kindOf(String type) {
        return switch (type.replaceFirst("^IRM_", "")) {
            case "TIME" -> MarkKind.TIME;
            case "DISTANCE" -> MarkKind.DISTANCE;
            case "HEIGHT" -> MarkKind.HEIGHT;
            case "POINTS" -> MarkKind.POINTS;
            case "STROKES" -> MarkKind.STROKES;
            case "WEIGHT" -> MarkKind.LIFT;
            case "SETS", "SCORE" -> MarkKind.SCORE;
            default -> null;
        };
    }

    /**
     * The marks that a result is; none where it is empty.
     *
     * @param published the kind of result that the unit publishes; null when the file does not say
     * @throws NumberFormatException when the text is no result
     */
    static List<Mark> of(String competitor, RuleChoice choice, @Nullable MarkKind published, String result) {
        String text = result.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        if (isLapsBehind(text)) {
            return List.of(mark(competitor, MarkKind.LAPS, laps(text), Outcome.VALID));
        }
        Matcher value = VALUE.matcher(text);
        if (!value.matches()) {
            throw new NumberFormatException("'" + text + "' is not a result");
        }
        MarkKind kind = kindFor(choice, published);
        Mark mark = mark(competitor, kind, Quantity.parse(value.group(1).replace("+", "")), Outcome.VALID);
        String shootOut = value.group(2);
        return kind != MarkKind.SCORE || shootOut == null
                ? List.of(mark)
                : List.of(mark, attempt(competitor, kind, SHOOT_OUT, 0, Quantity.parse(shootOut), Outcome.VALID));
    }

    /** Whether a text says how many laps someone is behind. */
    static boolean isLapsBehind(String text) {
        return LAPS_BEHIND.matcher(text.strip().toUpperCase(Locale.ROOT)).matches();
    }

    private static Quantity laps(String text) {
        return Quantity.ofWhole(LAPS - Integer.parseInt(text.replaceAll("\\D", "")));
    }

    /** The kind in which the rule takes what a file calls points, a score or a distance. */
    private static MarkKind kindFor(RuleChoice choice, @Nullable MarkKind published) {
        String kind = choice.parameters().getOrDefault("kind", "");
        return switch (choice.name()) {
            case "head-to-head" -> MarkKind.SCORE;
            case "judged-rounds", "judged-components" -> MarkKind.JUDGED;
            case "vertical-jump" -> MarkKind.HEIGHT;
            case "best-attempt" -> kind.equals("time") ? MarkKind.TIME : MarkKind.DISTANCE;
            case "points-total" -> kind.equals("strokes") ? MarkKind.STROKES : MarkKind.POINTS;
            case "race-by-time" -> MarkKind.TIME;
            case "weightlifting" -> MarkKind.LIFT;
            default -> or(published);
        };
    }

    private static MarkKind or(@Nullable MarkKind published) {
        return published == null ? MarkKind.POINTS : published;
    }

    /** A mark of a whole unit. */
    static Mark mark(String competitor, MarkKind kind, @Nullable Quantity value, Outcome outcome) {
        return new Mark(competitor, kind, "", 0, outcome, value == null ? null : value.millionths(), List.of());
    }

    /** A mark of one attempt. */
    static Mark attempt(
            String competitor, MarkKind kind, String point, int attempt, @Nullable Quantity value, Outcome outcome) {
        return new Mark(
                competitor, kind, point, attempt, outcome, value == null ? null : value.millionths(), List.of());
    }

    /** Whether someone has laps in the place of a time, which is an IRM also where the file does not say so. */
    static boolean isLapped(List<Mark> marks) {
        return marks.stream().anyMatch(mark -> mark.getKind() == MarkKind.LAPS);
    }

    /** Whether the text says that the match was won without being played: whoever bears it has won. */
    static boolean isWalkover(String irm) {
        return irm.equals("W/O") || irm.equals("WO");
    }

    /** The IRM that a text names; {@code NC} for one that has no name of its own here. */
    static Irm irm(String text) {
        for (Irm irm : Irm.values()) {
            if (irm != Irm.UNKNOWN && irm.name().equals(text)) {
                return irm;
            }
        }
        return Irm.NC;
    }

    /** Whether a text names an IRM. */
    static boolean isIrm(String text) {
        return Arrays.stream(Irm.values())
                .anyMatch(irm -> irm != Irm.UNKNOWN && irm.name().equals(text));
    }

    /**
     * A gap without its sign and without zeros that say nothing, so that the first one's is like that of its equals.
     */
    static String gap(String text) {
        return text.strip().replace("+", "").matches("[0:.]*")
                ? ""
                : text.strip().replace("+", "");
    }
}
