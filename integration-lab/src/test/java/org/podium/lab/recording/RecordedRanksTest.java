package org.podium.lab.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.podium.model.wire.UnitDefinition;
import org.podium.streams.rank.RankedLine;
import org.podium.streams.rank.Rule;
import org.podium.streams.rank.RuleParse;
import org.podium.streams.rank.Rules;

/** The rule that each recording's definition names gives exactly the official ranks, from the recorded marks alone. */
class RecordedRanksTest {

    static List<Recording> all() {
        return Recordings.load();
    }

    static List<Recording> corrected() {
        return all().stream()
                .filter(recording -> recording.official().corrected() != null)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void takesEveryRecordedMark(Recording recording) {
        Rule rule = rule(recording);

        assertThat(RecordedMarks.of(recording.definition(), recording.events()).scores())
                .allSatisfy(score -> assertThat(rule.refuses(score)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("all")
    void givesTheOfficialRanks(Recording recording) {
        RecordedMarks marks = RecordedMarks.of(recording.definition(), recording.events(), recording.deskEvents());

        assertThat(official(rule(recording).rank(marks.performances())))
                .containsExactlyInAnyOrderElementsOf(recording.official().ranks());
    }

    @ParameterizedTest
    @MethodSource("corrected")
    void gaveTheRanksThatWereOfficialBeforeTheCorrection(Recording recording) {
        RecordedMarks marks = RecordedMarks.of(recording.definition(), recording.events());

        assertThat(official(rule(recording).rank(marks.performances())))
                .containsExactlyInAnyOrderElementsOf(
                        Objects.requireNonNull(recording.official().corrected()).ranksBefore());
    }

    private static Rule rule(Recording recording) {
        UnitDefinition definition = recording.definition();
        RuleParse parse =
                Rules.parse(definition.getRule().getName(), definition.getRule().getParameters());
        assertThat(parse).isInstanceOf(RuleParse.Parsed.class);
        return ((RuleParse.Parsed) parse).rule();
    }

    private static List<OfficialRank> official(List<RankedLine> lines) {
        return lines.stream()
                .map(line ->
                        new OfficialRank(line.competitor(), line.rank(), line.rankEqual(), line.irm(), line.text()))
                .toList();
    }
}
