package org.podium.streams.catalogue;

import java.util.regex.Pattern;
import org.podium.model.id.Rsc;

/**
 * Which units an entry of the catalogue is about: {@code EVENT/PHASE/UNIT}, of which the last one or two may be left
 * out. Each part is compared with that part of the RSC without its padding; {@code .} stands for one character and
 * {@code *} for any number of them, none included; a part that is {@code -} alone stands for one that is empty.
 *
 * <pre>
 * ATH*                 all of athletics
 * ATH.DECATH/HJ        the high jump of a decathlon, any unit
 * SAL*&#47;-              a whole class of sailing
 * MPN*&#47;*&#47;....LR     the laser run of a modern pentathlon, in any phase
 * </pre>
 *
 * @param text as written
 */
record UnitPattern(String text, String event, String phase, String unit) {

    private static final Pattern GRAMMAR = Pattern.compile("[A-Z0-9.*-]{1,22}(/[A-Z0-9.*-]{1,8}){0,2}");
    private static final int PHASE_END = 26;
    private static final char SEPARATOR = '/';
    private static final char ANY = '*';
    private static final char ONE = '.';
    private static final String NONE = "-";

    /** Whether the text is a pattern. */
    static boolean isPattern(String text) {
        return GRAMMAR.matcher(text).matches();
    }

    /** The pattern that the text prints; see {@link #isPattern}. */
    static UnitPattern of(String text) {
        String[] parts = text.split(String.valueOf(SEPARATOR), -1);
        return new UnitPattern(text, parts[0], part(parts, 1), part(parts, 2));
    }

    private static String part(String[] parts, int index) {
        if (index >= parts.length) {
            return "*";
        }
        return parts[index].equals(NONE) ? "" : parts[index];
    }

    boolean matches(Rsc rsc) {
        String phase = rsc.phase().substring(rsc.event().length());
        String unit = rsc.value().substring(PHASE_END);
        return matches(event, bare(rsc.event())) && matches(this.phase, bare(phase)) && matches(this.unit, bare(unit));
    }

    /** Whether there can be a unit that both match. */
    boolean overlaps(UnitPattern other) {
        return intersect(event, other.event) && intersect(phase, other.phase) && intersect(unit, other.unit);
    }

    /** How much is spelled out: of two patterns that match a unit, the one with more decides. */
    int letters() {
        return (int) text.chars()
                .filter(letter -> letter != ANY && letter != ONE && letter != SEPARATOR)
                .count();
    }

    private static String bare(String padded) {
        int end = padded.length();
        while (end > 0 && padded.charAt(end - 1) == '-') {
            end--;
        }
        return padded.substring(0, end);
    }

    private static boolean matches(String pattern, String text) {
        return intersect(pattern, text);
    }

    /** Whether some text is matched by both; a text without wildcards is matched by itself alone. */
    private static boolean intersect(String left, String right) {
        boolean[] below = new boolean[right.length() + 1];
        for (int i = left.length(); i >= 0; i--) {
            boolean[] row = new boolean[right.length() + 1];
            for (int j = right.length(); j >= 0; j--) {
                boolean leftAny = i < left.length() && left.charAt(i) == ANY;
                boolean rightAny = j < right.length() && right.charAt(j) == ANY;
                if (leftAny || rightAny) {
                    row[j] = (leftAny && below[j])
                            || (rightAny && row[j + 1])
                            || (leftAny && j < right.length() && row[j + 1])
                            || (rightAny && i < left.length() && below[j]);
                } else if (i < left.length() && j < right.length()) {
                    row[j] = same(left.charAt(i), right.charAt(j)) && below[j + 1];
                } else {
                    row[j] = i == left.length() && j == right.length();
                }
            }
            below = row;
        }
        return below[0];
    }

    private static boolean same(char left, char right) {
        return left == right || left == ONE || right == ONE;
    }

    @Override
    public String toString() {
        return text;
    }
}
