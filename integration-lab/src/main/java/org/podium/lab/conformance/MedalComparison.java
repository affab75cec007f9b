package org.podium.lab.conformance;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.podium.lab.conformance.Judgement.Verdict;
import org.podium.model.wire.Medal;

/** Compares medallists and the medal table with a file of medals, as far as units of the files decide them. */
final class MedalComparison {

    private final MedalsFile file;
    private final List<String> differences = new ArrayList<>();
    private final Set<String> undecided = new TreeSet<>();
    private final List<MedalsFile.Row> compared = new ArrayList<>();
    private final Set<String> affected = new TreeSet<>();

    private MedalComparison(MedalsFile file) {
        this.file = file;
    }

    /** Prints the comparison; true when nothing differs that is decided. */
    static boolean print(PrintWriter out, MedalsFile file, Map<PublishedUnit, Judgement> judgements, Ranked ranked) {
        MedalComparison comparison = new MedalComparison(file);
        judgements.forEach((unit, judgement) -> {
            if (file.names(unit)) {
                comparison.compare(unit, judgement, ranked.units().getOrDefault(unit.key(), Map.of()));
            }
        });
        comparison.compareTable(ranked.medals());
        comparison.print(out);
        return comparison.differences.isEmpty();
    }

    private void compare(PublishedUnit unit, Judgement judgement, Map<String, RankedCompetitor> lines) {
        compared.addAll(file.of(unit));
        Set<String> published = new TreeSet<>();
        Set<String> came = new TreeSet<>();
        file.of(unit).forEach(row -> published.add(medal(row.medal()) + " " + row.competitor()));
        lines.forEach((competitor, line) -> {
            Medal medal = line.medal();
            if (medal != null) {
                came.add(medal + " " + competitor);
            }
        });
        if (published.equals(came)) {
            return;
        }
        unit.given().forEach(given -> affected.add(given.entry().getOrganisation()));
        String sentence =
                "%s, %s: %s published, %s came out".formatted(unit.discipline(), unit.event(), published, came);
        if (judgement.verdict() == Verdict.UNDECIDABLE || judgement.verdict() == Verdict.NOTHING_PUBLISHED) {
            undecided.add(sentence + " (" + judgement.reason() + ")");
        } else {
            differences.add(sentence);
        }
    }

    private static Medal medal(int code) {
        return switch (code) {
            case 1 -> Medal.ME_GOLD;
            case 2 -> Medal.ME_SILVER;
            default -> Medal.ME_BRONZE;
        };
    }

    /** The table that came out counts every medal once: it has to be that of the rows compared. */
    private void compareTable(Map<String, List<Integer>> came) {
        Map<String, List<Integer>> published = MedalsFile.table(compared);
        Set<String> organisations = new TreeSet<>(published.keySet());
        organisations.addAll(came.keySet());
        organisations.removeAll(affected);
        for (String organisation : organisations) {
            List<Integer> expected = published.getOrDefault(organisation, List.of(0, 0, 0));
            List<Integer> got = came.getOrDefault(organisation, List.of(0, 0, 0));
            if (!expected.equals(got)) {
                differences.add("Medal table, %s: %s published, %s came out".formatted(organisation, expected, got));
            }
        }
    }

    private void print(PrintWriter out) {
        out.printf(
                "%nMedals: %d of %d are of units in these files; %d differences, %d not decided by the files%n",
                compared.size(), file.medals().size(), differences.size(), undecided.size());
        differences.forEach(difference -> out.println("  " + difference));
        undecided.forEach(sentence -> out.println("  cannot be decided: " + sentence));
        out.flush();
    }
}
