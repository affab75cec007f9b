package org.podium.streams.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    private static List<String> problems(String name, String... parameters) {
        RuleParse parse = Rules.parse(name, Board.parameters(parameters));
        assertThat(parse).isInstanceOf(RuleParse.Invalid.class);
        return ((RuleParse.Invalid) parse).problems();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "race-by-time",
                "best-attempt",
                "vertical-jump",
                "weightlifting",
                "judged-rounds",
                "judged-components",
                "points-total",
                "by-place",
                "low-point-series",
                "head-to-head",
                "stage-sum",
                "combined-events",
                "boulder-lead"
            })
    void knowsEveryRuleWithItsDefaults(String name) {
        assertThat(Rules.parse(name, Map.of())).isInstanceOf(RuleParse.Parsed.class);
    }

    @Test
    void saysWhichRulesThereAreWhenThereIsNoneOfThatName() {
        assertThat(problems("race-by-luck"))
                .singleElement()
                .asString()
                .contains("race-by-luck", "race-by-time", "low-point-series");
    }

    @Test
    void reportsAllProblemsTogether() {
        assertThat(problems(
                        "race-by-time",
                        "shown-decimals=7",
                        "order=luck",
                        "plausible-min=fast",
                        "irm-order=DNF,OOPS",
                        "colour=red"))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).contains("shown-decimals", "'7'", "from 0 to 6"),
                        problem -> assertThat(problem).contains("order", "'luck'", "time, place"),
                        problem -> assertThat(problem).contains("plausible-min", "'fast'"),
                        problem -> assertThat(problem).contains("irm-order", "OOPS", "DNF"),
                        problem -> assertThat(problem).contains("no parameter 'colour'", "shown-decimals"));
    }

    @Test
    void findsParametersThatContradictEachOther() {
        assertThat(problems("race-by-time", "shown-decimals=3", "deciding-decimals=2"))
                .singleElement()
                .asString()
                .contains("deciding-decimals 2 are fewer than shown-decimals 3");
        assertThat(problems("best-attempt", "plausible-min=9", "plausible-max=1"))
                .singleElement()
                .asString()
                .contains("plausible-min 9 is above plausible-max 1");
        assertThat(problems("judged-rounds", "factor=0"))
                .singleElement()
                .asString()
                .contains("above 0");
        assertThat(problems("judged-rounds", "panels=J1-J99:1:1"))
                .singleElement()
                .asString()
                .contains("larger than 30");
        assertThat(problems("judged-rounds", "judges=4"))
                .singleElement()
                .asString()
                .contains("no score counts");
        assertThat(problems("judged-rounds", "count=all,RUN:1"))
                .singleElement()
                .asString()
                .contains("count");
        assertThat(problems("judged-rounds", "count=RUN:1,RUN:2"))
                .singleElement()
                .asString()
                .contains("twice");
        assertThat(problems("boulder-lead", "low-zone=20"))
                .singleElement()
                .asString()
                .contains("have to ascend");
        assertThat(problems("by-place", "irm-ranked=DNF,DNF"))
                .singleElement()
                .asString()
                .contains("twice");
        assertThat(problems("low-point-series", "medal-race=mr"))
                .singleElement()
                .asString()
                .contains("a point such as MR");
    }

    @Test
    void ignoresSpaceAroundAValue() {
        assertThat(Rules.parse("race-by-time", Map.of("shown-decimals", " 1 ", "irm-ranked", "LAP , DNF")))
                .isInstanceOf(RuleParse.Parsed.class);
    }
}
