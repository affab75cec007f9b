package org.podium.streams.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.Irm;
import org.podium.model.wire.LineChange;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.Medal;
import org.podium.model.wire.ResultLine;

class LineChangesTest {

    @Test
    void aDisqualificationSaysWhoLostAndWhoWonAMedal() {
        List<ResultLine> before = List.of(
                line("C1", 1, 1, "9.80", null, Medal.ME_GOLD),
                line("C2", 2, 2, "9.81", null, Medal.ME_SILVER),
                line("C3", 3, 3, "9.82", null, null));
        List<ResultLine> now = List.of(
                line("C2", 1, 1, "9.81", null, Medal.ME_GOLD),
                line("C3", 2, 2, "9.82", null, Medal.ME_SILVER),
                line("C1", 3, null, "", Irm.DQ, null));

        LineChanges changes = LineChanges.between(before, now, "C1");

        assertThat(changes.more()).isZero();
        assertThat(changes.lines()).extracting(LineChange::getCompetitor).containsExactly("C1", "C2", "C3");
        LineChange first = changes.lines().getFirst();
        assertThat(first.getRankBefore()).isEqualTo(1);
        assertThat(first.getRank()).isNull();
        assertThat(first.getTextBefore()).isEqualTo("9.80");
        assertThat(first.getText()).isEmpty();
        assertThat(first.getIrmBefore()).isNull();
        assertThat(first.getIrm()).isEqualTo(Irm.DQ);
        assertThat(first.getMedalBefore()).isEqualTo(Medal.ME_GOLD);
        assertThat(first.getMedal()).isNull();
        assertThat(changes.lines().get(1).getMedalBefore()).isEqualTo(Medal.ME_SILVER);
        assertThat(changes.lines().get(1).getMedal()).isEqualTo(Medal.ME_GOLD);
    }

    @Test
    void sayWhichRecordsAreNewAndWhichAreGone() {
        ResultLine before = record(line("C1", 1, 1, "9.57", null, null), "WR", "OR");
        ResultLine now = record(line("C1", 1, 1, "9.60", null, null), "OR", "=NR");

        LineChange change =
                LineChanges.between(List.of(before), List.of(now), null).lines().getFirst();

        assertThat(change.getRecordsGained()).containsExactly("=NR");
        assertThat(change.getRecordsLost()).containsExactly("WR");
    }

    @Test
    void theOneConcernedComesFirstThenMedalsRecordsAndIrms() {
        List<ResultLine> before = new ArrayList<>();
        List<ResultLine> now = new ArrayList<>();
        for (int place = 1; place <= 30; place++) {
            before.add(line("C" + place, place, place, "t" + place, null, null));
            now.add(line("C" + place, place + 1, place + 1, "t" + place, place == 20 ? Irm.DNF : null, null));
        }
        now.addFirst(line("C99", 1, 1, "t0", null, null));

        LineChanges changes = LineChanges.between(before, now, "C25");

        assertThat(changes.lines()).hasSize(LineChanges.MOST);
        assertThat(changes.more()).isEqualTo(31 - LineChanges.MOST);
        assertThat(changes.lines()).extracting(LineChange::getCompetitor).startsWith("C25", "C99", "C20", "C1");
    }

    @Test
    void whatIsNotSaidAloudIsNoDifference() {
        ResultLine before = line("C1", 1, 1, "9.80", null, null);
        ResultLine now =
                ResultLine.newBuilder(before).setSortOrder(2).setBib("7").build();

        assertThat(LineChanges.between(List.of(before), List.of(now), "C1")).isEqualTo(LineChanges.NONE);
        assertThat(LineChanges.between(List.of(), List.of(line("C2", 1, null, "", null, null)), null))
                .isEqualTo(LineChanges.NONE);
    }

    @Test
    void whoIsNotOnTheListAnyMoreIsTold() {
        LineChange gone = LineChanges.between(List.of(line("C1", 1, 1, "9.80", null, null)), List.of(), null)
                .lines()
                .getFirst();

        assertThat(gone.getRankBefore()).isEqualTo(1);
        assertThat(gone.getRank()).isNull();
        assertThat(gone.getText()).isEmpty();
    }

    private static ResultLine record(ResultLine line, String... records) {
        return ResultLine.newBuilder(line).setRecords(List.of(records)).build();
    }

    private static ResultLine line(
            String competitor,
            int sortOrder,
            @Nullable Integer rank,
            String text,
            @Nullable Irm irm,
            @Nullable Medal medal) {
        return ResultLine.newBuilder()
                .setCompetitor(competitor)
                .setName("SIMULATED " + competitor)
                .setOrganisation("XAA")
                .setSortOrder(sortOrder)
                .setRank(rank)
                .setText(text)
                .setIrm(irm)
                .setMedal(medal)
                .setResultType(MarkKind.TIME)
                .build();
    }
}
