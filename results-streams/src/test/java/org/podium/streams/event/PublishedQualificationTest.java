package org.podium.streams.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.AwardedMark;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PhaseUnit;
import org.podium.model.wire.Qualification;
import org.podium.model.wire.QualifyBy;
import org.podium.model.wire.RankingRule;
import org.podium.streams.rank.Csv;

/**
 * Recomputes who went on in every track phase of Paris 2024 that is published with marks, from times alone: the first
 * of each heat, and the next best over all heats. How many of each is the phase's own rule and taken from the marks.
 * The data is reference only and lies beside the repository; where it is missing, this is skipped.
 */
class PublishedQualificationTest {

    private static final Path ATHLETICS = Path.of("")
            .toAbsolutePath()
            .resolve("../../shared/data/paris2024/results/Athletics.csv")
            .normalize();

    /** Phases in which two are equal to 1/100 s at the last place, and were told apart by what is not published. */
    private static final int TIED_ON_THOUSANDTHS = 3;

    @Test
    void givesTheMarksOfTheTrackPhasesOfParis() throws IOException {
        assumeTrue(Files.exists(ATHLETICS), () -> "skipped: there are no published results at " + ATHLETICS);
        Map<String, Map<String, List<Map<String, String>>>> phases = new TreeMap<>();
        for (Map<String, String> row : Csv.read(ATHLETICS)) {
            String unit = row.getOrDefault("stage_code", "");
            boolean timed = "TIME".equals(row.get("result_type"))
                    && !value(row, "result").isEmpty();
            if (timed || !value(row, "result_IRM").isEmpty()) {
                phases.computeIfAbsent(unit.substring(0, 26), none -> new TreeMap<>())
                        .computeIfAbsent(unit, none -> new ArrayList<>())
                        .add(row);
            }
        }
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Map<String, List<Map<String, String>>> phase : phases.values()) {
            Map<String, String> published = published(phase);
            if (published.containsValue("Q")) {
                compared++;
                Map<String, String> found = found(phase, published);
                if (!found.equals(published)) {
                    differences.add(phase.keySet().iterator().next() + ": " + difference(published, found));
                }
            }
        }

        assertThat(compared).isGreaterThan(20);
        assertThat(differences).hasSizeLessThanOrEqualTo(TIED_ON_THOUSANDTHS);
    }

    private static String value(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /** Marks as published; not of the repechage, which the file has for some heats only. */
    private static Map<String, String> published(Map<String, List<Map<String, String>>> phase) {
        Map<String, String> marks = new TreeMap<>();
        phase.values().stream().flatMap(List::stream).forEach(row -> {
            String mark = value(row, "qualification_mark");
            if (!mark.isEmpty() && !mark.equals("Re")) {
                marks.put(value(row, "participant_code"), mark);
            }
        });
        return marks;
    }

    private static Map<String, String> found(
            Map<String, List<Map<String, String>>> phase, Map<String, String> published) {
        int heats = phase.size();
        int byPlace = (int) published.values().stream().filter("Q"::equals).count() / heats;
        int byTime = (int) published.values().stream().filter("q"::equals).count();
        List<Qualification> cuts = new ArrayList<>();
        cuts.add(cut("Q", QualifyBy.PLACE, byPlace));
        if (byTime > 0) {
            cuts.add(cut("q", QualifyBy.NEXT, byTime));
        }
        List<PhaseUnit> units = new ArrayList<>();
        for (int heat = 1; heat <= heats; heat++) {
            units.add(PhaseUnit.newBuilder()
                    .setUnit(Happening.rsc("HEAT-" + heat))
                    .build());
        }
        List<AwardedMark> awarded = new ArrayList<>();
        published.forEach((competitor, mark) -> {
            if (mark.equals("qR")) {
                awarded.add(new AwardedMark(competitor, mark, "advanced by the referee"));
            }
        });
        Happening event = Happening.of(
                List.of(Phase.newBuilder()
                        .setCode("HEAT")
                        .setName("Heats")
                        .setUnits(units)
                        .setRule(new RankingRule("race-by-time", Map.of()))
                        .setQualifications(cuts)
                        .setAwarded(awarded)
                        .build()),
                List.of());
        int heat = 0;
        for (List<Map<String, String>> rows : phase.values()) {
            heat++;
            event.official(
                    "HEAT-" + heat,
                    "race-by-time",
                    rows.stream().map(PublishedQualificationTest::line).toArray(String[]::new));
        }
        Map<String, String> marks = new TreeMap<>();
        event.phase("HEAT").getLines().forEach(line -> {
            if (line.getQualification() != null) {
                marks.put(line.getCompetitor(), line.getQualification());
            }
        });
        return marks;
    }

    private static String line(Map<String, String> row) {
        String irm = value(row, "result_IRM");
        String mark = irm.isEmpty() ? value(row, "result") : irm;
        return value(row, "participant_code") + " " + mark;
    }

    private static Qualification cut(String mark, QualifyBy by, int count) {
        return Qualification.newBuilder()
                .setMark(mark)
                .setBy(by)
                .setCount(count)
                .build();
    }

    private static Map<String, String> difference(Map<String, String> published, Map<String, String> found) {
        Map<String, String> difference = new LinkedHashMap<>();
        TreeSet<String> all = new TreeSet<>(published.keySet());
        all.addAll(found.keySet());
        for (String competitor : all) {
            String one = published.getOrDefault(competitor, "");
            String other = found.getOrDefault(competitor, "");
            if (!one.equals(other)) {
                difference.put(competitor, one + " published, " + other + " found");
            }
        }
        return difference;
    }
}
