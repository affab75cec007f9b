package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for people names the rules and parameters that there are, and no others. */
class RankingRulesDocumentTest {

    private static final Path PAGE = Path.of("../docs/ranking-rules.md");
    private static final Pattern RULE = Pattern.compile("^## `([a-z-]+)`$");
    private static final Pattern NAME = Pattern.compile("`([a-z-]+)`");

    @Test
    void namesEveryRuleWithAllItsParameters() throws IOException {
        Map<String, Set<String>> documented = documented();
        Map<String, Set<String>> there = new LinkedHashMap<>();
        documented.keySet().forEach(rule -> there.put(rule, parametersOf(rule)));
        assertThat(documented).isEqualTo(there);
        assertThat(documented.keySet()).containsExactlyInAnyOrderElementsOf(rules());
    }

    /** By rule: names in the first column of its table and in the sentence that starts with "Also". */
    private static Map<String, Set<String>> documented() throws IOException {
        Map<String, Set<String>> rules = new LinkedHashMap<>();
        Set<String> current = new TreeSet<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher rule = RULE.matcher(line);
            if (rule.matches()) {
                current = rules.computeIfAbsent(rule.group(1), name -> new TreeSet<>());
            } else if (line.startsWith("| `")) {
                names(line.split("\\|", -1)[1]).forEach(current::add);
            } else if (line.startsWith("Also: ")) {
                names(line).forEach(current::add);
            }
        }
        return rules;
    }

    private static Stream<String> names(String text) {
        return NAME.matcher(text).results().map(name -> name.group(1));
    }

    /** What a rule says it has when it is asked for something else. */
    private static Set<String> parametersOf(String rule) {
        return listed(Rules.parse(rule, Map.of("no-such-parameter", "")), "it has ");
    }

    private static Set<String> rules() {
        return listed(Rules.parse("no-such-rule", Map.of()), "there are ");
    }

    private static Set<String> listed(RuleParse parse, String before) {
        assertThat(parse).isInstanceOf(RuleParse.Invalid.class);
        String problem = ((RuleParse.Invalid) parse).problems().getFirst();
        int from = problem.indexOf(before);
        assertThat(from).as(problem).isPositive();
        return new TreeSet<>(
                Arrays.asList(problem.substring(from + before.length()).split(", ", -1)));
    }
}
