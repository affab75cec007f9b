package org.podium.streams.rank;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The closed family of ranking rules, by name. */
public final class Rules {

    private static final Map<String, Function<Parameters, Rule>> BY_NAME = new TreeMap<>(Map.ofEntries(
            Map.entry(RaceByTime.NAME, RaceByTime::read),
            Map.entry(BestAttempt.NAME, BestAttempt::read),
            Map.entry(VerticalJump.NAME, VerticalJump::read),
            Map.entry(Weightlifting.NAME, Weightlifting::read),
            Map.entry(JudgedRounds.NAME, JudgedRounds::read),
            Map.entry(JudgedComponents.NAME, JudgedComponents::read),
            Map.entry(PointsTotal.NAME, PointsTotal::read),
            Map.entry(ByPlace.NAME, ByPlace::read),
            Map.entry(LowPointSeries.NAME, LowPointSeries::read),
            Map.entry(HeadToHead.NAME, HeadToHead::read),
            Map.entry(StageSum.NAME, StageSum::read),
            Map.entry(CombinedEvents.NAME, CombinedEvents::read),
            Map.entry(BoulderLead.NAME, BoulderLead::read)));

    private Rules() {}

    /**
     * The rule that a unit's definition names.
     *
     * @param name a name listed in {@code docs/ranking-rules.md}
     * @param parameters its parameters by kebab-case name; one that is left out has its default
     * @return the rule, or every problem with the name and the parameters together
     */
    public static RuleParse parse(String name, Map<String, String> parameters) {
        Function<Parameters, Rule> reader = BY_NAME.get(name);
        if (reader == null) {
            return new RuleParse.Invalid(List.of("there is no ranking rule '%s'; there are %s"
                    .formatted(name, String.join(", ", BY_NAME.keySet()))));
        }
        Parameters reading = new Parameters(name, parameters);
        Rule rule = reader.apply(reading);
        List<String> problems = reading.problems();
        return problems.isEmpty() ? new RuleParse.Parsed(rule) : new RuleParse.Invalid(problems);
    }
}
