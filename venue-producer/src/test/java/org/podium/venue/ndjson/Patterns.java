package org.podium.venue.ndjson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;

/** Makes texts of simple patterns: character classes, each with a number of repetitions or without. */
final class Patterns {

    private static final Pattern PART = Pattern.compile("\\[([^\\]]+)\\](?:\\{(\\d+)(?:,(\\d+))?\\})?");

    private Patterns() {}

    static Arbitrary<String> texts(String pattern) {
        List<Arbitrary<String>> parts = new ArrayList<>();
        Matcher part = PART.matcher(pattern);
        while (part.find()) {
            int least = part.group(2) == null ? 1 : Integer.parseInt(part.group(2));
            int most = part.group(3) == null ? least : Integer.parseInt(part.group(3));
            parts.add(characters(part.group(1)).ofMinLength(least).ofMaxLength(most));
        }
        return Combinators.combine(parts).as(texts -> String.join("", texts));
    }

    private static StringArbitrary characters(String members) {
        StringArbitrary characters = Arbitraries.strings();
        for (int i = 0; i < members.length(); i++) {
            boolean range = i + 2 < members.length() && members.charAt(i + 1) == '-';
            if (range) {
                characters = characters.withCharRange(members.charAt(i), members.charAt(i + 2));
                i += 2;
            } else {
                characters = characters.withChars(members.charAt(i));
            }
        }
        return characters;
    }
}
