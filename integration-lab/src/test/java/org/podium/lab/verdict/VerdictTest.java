package org.podium.lab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.podium.lab.reader.SeenLine;
import org.podium.lab.reader.SeenResult;
import org.podium.lab.recording.OfficialRank;
import org.podium.lab.recording.OfficialResult;
import org.podium.lab.recording.OfficialResult.Corrected;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.UnitKey;
import org.podium.model.wire.Irm;
import org.podium.model.wire.ResultStatus;

class VerdictTest {

    private static final UnitKey UNIT = UnitKey.parse("LAB2024/ATHM100M--------------FNL-000100--");
    private static final OfficialRank FIRST = official("A", 1, null);
    private static final OfficialRank SECOND = official("B", 2, null);
    private static final OfficialRank OUT = official("C", null, Irm.DNF);

    @Test
    void agreesWithTheRecordedRanks() {
        Verdict verdict = verdict(null, FIRST, SECOND, OUT);

        verdict.saw(result(1, ResultStatus.LIVE, line("B", 1, null)));
        verdict.saw(result(2, ResultStatus.OFFICIAL, line("A", 1, null), line("B", 2, null), line("C", null, Irm.DNF)));

        assertThat(verdict.objections()).isEmpty();
    }

    @Test
    void objectsWhenNothingCame() {
        assertThat(verdict(null, FIRST).objections()).singleElement().asString().endsWith("no result came");
    }

    @Test
    void objectsWhenTheNewestVersionIsNotOfficial() {
        Verdict verdict = verdict(null, FIRST);

        verdict.saw(result(1, ResultStatus.OFFICIAL, line("A", 1, null)));
        verdict.saw(result(2, ResultStatus.PROTESTED, line("A", 1, null)));

        assertThat(verdict.objections()).singleElement().asString().endsWith("its newest version, 2, is PROTESTED");
    }

    @Test
    void objectsToEveryLineThatDiffers() {
        Verdict verdict = verdict(null, FIRST, SECOND, OUT);

        verdict.saw(result(1, ResultStatus.OFFICIAL, line("A", 2, null), line("B", 2, Irm.DSQ), line("X", 4, null)));

        assertThat(verdict.objections())
                .singleElement()
                .asString()
                .contains("A NAME A is rank 2", "B NAME B is rank 2 DSQ", "C is missing", "X is no starter");
    }

    @Test
    void passesOverAVersionThatIsOlderThanTheNewest() {
        Verdict verdict = verdict(null, FIRST);

        verdict.saw(result(2, ResultStatus.OFFICIAL, line("A", 1, null)));
        verdict.saw(result(1, ResultStatus.LIVE, line("A", 3, null)));

        assertThat(verdict.objections()).isEmpty();
    }

    @Test
    void wantsTheRanksBeforeACorrectionAndThoseAfterIt() {
        Corrected corrected = new Corrected("decision", List.of(official("A", 2, null), official("B", 1, null)));
        SeenResult before = result(1, ResultStatus.OFFICIAL, line("B", 1, null), line("A", 2, null));
        SeenResult after = result(2, ResultStatus.OFFICIAL, line("A", 1, null), line("B", 2, null));

        Verdict whole = verdict(corrected, FIRST, SECOND);
        whole.saw(before);
        assertThat(whole.objections()).isNotEmpty();
        whole.saw(after);
        assertThat(whole.objections()).isEmpty();

        Verdict half = verdict(corrected, FIRST, SECOND);
        half.saw(after);
        assertThat(half.objections())
                .singleElement()
                .asString()
                .endsWith("it was never official with the ranks before its correction");
    }

    private static Verdict verdict(@Nullable Corrected corrected, OfficialRank... ranks) {
        return new Verdict(Map.of(
                UNIT,
                new OfficialResult("Final", "race", List.of("made up"), "all", List.of(ranks), Map.of(), corrected)));
    }

    private static OfficialRank official(String competitor, @Nullable Integer rank, @Nullable Irm irm) {
        return new OfficialRank(CompetitorId.parse(competitor), rank, false, irm, "");
    }

    private static SeenLine line(String competitor, @Nullable Integer rank, @Nullable Irm irm) {
        return new SeenLine(CompetitorId.parse(competitor), "NAME " + competitor, "LAB", rank, false, irm, "");
    }

    private static SeenResult result(long version, ResultStatus status, SeenLine... lines) {
        return new SeenResult(
                UNIT, "Final", version, status, List.of(), 0, List.of(), List.of(lines), "", Instant.EPOCH);
    }
}
