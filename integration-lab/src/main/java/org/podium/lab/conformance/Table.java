package org.podium.lab.conformance;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.podium.lab.conformance.Judgement.Verdict;

/** Prints judgements: a table by discipline, then what is to be said of single units. */
final class Table {

    private static final String TOTAL = "All";

    private final PrintWriter out;

    Table(PrintWriter out) {
        this.out = out;
    }

    void print(Map<PublishedUnit, Judgement> judgements, boolean verbose) {
        Map<String, Map<Verdict, Integer>> counts = new TreeMap<>();
        Map<Verdict, Integer> all = new EnumMap<>(Verdict.class);
        judgements.forEach((unit, judgement) -> {
            counts.computeIfAbsent(unit.discipline(), name -> new EnumMap<>(Verdict.class))
                    .merge(judgement.verdict(), 1, Integer::sum);
            all.merge(judgement.verdict(), 1, Integer::sum);
        });
        int width = Stream.concat(counts.keySet().stream(), Stream.of(TOTAL, "Discipline"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        String row = "%-" + width + "s %7s %7s %12s %7s %12s %13s%n";
        out.printf(row, "Discipline", "units", "exact", "ties differ", "wrong", "undecidable", "unpublished");
        counts.forEach((name, count) -> printRow(row, name, count));
        printRow(row, TOTAL, all);
        printUnits(judgements, Verdict.UNDECIDABLE, "Cannot be decided from this data", verbose);
        printUnits(judgements, Verdict.TIES_DIFFER, "Same order, but ties differ", verbose);
        printUnits(judgements, Verdict.WRONG, "Wrong", verbose);
        out.flush();
    }

    private void printRow(String row, String name, Map<Verdict, Integer> count) {
        out.printf(
                row,
                name,
                count.values().stream().mapToInt(Integer::intValue).sum(),
                count.getOrDefault(Verdict.EXACT, 0),
                count.getOrDefault(Verdict.TIES_DIFFER, 0),
                count.getOrDefault(Verdict.WRONG, 0),
                count.getOrDefault(Verdict.UNDECIDABLE, 0),
                count.getOrDefault(Verdict.NOTHING_PUBLISHED, 0));
    }

    private void printUnits(Map<PublishedUnit, Judgement> judgements, Verdict verdict, String title, boolean verbose) {
        if (judgements.values().stream().noneMatch(judgement -> judgement.verdict() == verdict)) {
            return;
        }
        out.printf("%n%s:%n", title);
        judgements.forEach((unit, judgement) -> {
            if (judgement.verdict() == verdict) {
                out.printf(
                        "  %s  %s, %s, %s%n      %s%n",
                        unit.key().rsc(), unit.discipline(), unit.event(), unit.unit(), judgement.reason());
                if (verbose) {
                    judgement.differences().forEach(difference -> out.printf("      %s%n", difference));
                }
            }
        });
    }
}
