package org.podium.lab.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.podium.lab.reader.SeenLine;
import org.podium.lab.recording.OfficialRank;
import org.podium.model.id.CompetitorId;

/** Compares the lines of a result with official ranks. */
final class Ranks {

    private Ranks() {}

    /** What differs, one sentence each; empty when the ranks are the official ones. */
    static List<String> differences(List<OfficialRank> official, List<SeenLine> seen) {
        Map<CompetitorId, SeenLine> byCompetitor =
                seen.stream().collect(Collectors.toMap(SeenLine::competitor, Function.identity()));
        List<String> differences = new ArrayList<>();
        for (OfficialRank line : official) {
            SeenLine found = byCompetitor.remove(line.competitor());
            if (found == null) {
                differences.add(line.competitor() + " is missing");
            } else if (!same(line, found)) {
                differences.add("%s %s is %s, officially %s"
                        .formatted(
                                line.competitor(),
                                found.name(),
                                text(found.rank(), found.rankEqual(), found.irm(), found.text()),
                                text(line.rank(), line.rankEqual(), line.irm(), line.mark())));
            }
        }
        byCompetitor.keySet().forEach(extra -> differences.add(extra + " is no starter"));
        return differences;
    }

    private static boolean same(OfficialRank official, SeenLine seen) {
        return Objects.equals(official.rank(), seen.rank())
                && official.rankEqual() == seen.rankEqual()
                && official.irm() == seen.irm();
    }

    private static String text(@Nullable Integer rank, boolean equal, @Nullable Enum<?> irm, String mark) {
        return "%s%s %s%s"
                .formatted(
                        rank == null ? "unranked" : "rank " + rank,
                        equal ? " shared" : "",
                        irm == null ? "" : irm + " ",
                        mark)
                .strip();
    }
}
