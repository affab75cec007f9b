package org.podium.lab.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.podium.lab.trial.SprintFixture.START;
import static org.podium.lab.trial.SprintFixture.line;
import static org.podium.lab.trial.SprintFixture.sighting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.podium.lab.reader.SeenLine;
import org.podium.lab.reader.Sighting;
import org.podium.lab.trial.Checker.Delivery;
import org.podium.model.wire.Irm;

class CheckerTest {

    private static final String MEDIA = "media";
    private static final String APP = "app";

    private static final SeenLine[] ENDS = {line("B", 1, null), line("A", 2, null), line("C", null, Irm.DNF)};

    private final SprintFixture sprint = new SprintFixture("race-by-time")
            .time("A", 10_000)
            .time("B", 9_900)
            .irm("C", Irm.DNF)
            .official();

    private final Checker checker = new Checker(Map.of(MEDIA, Delivery.EVERY, APP, Delivery.NEWEST));
    private final Stretch stretch = checker.begin(START);

    @Test
    void findsNothingWhenEverythingComesOnce() {
        Findings findings = findings(sprint.sightings(ENDS), sprint.sightings(ENDS));

        assertThat(findings.kept()).isTrue();
        assertThat(findings.sentences()).isEmpty();
        assertThat(findings.latencies().count()).isEqualTo(8);
        assertThat(findings.longestStall()).isBetween(Duration.ofMillis(49), Duration.ofMillis(51));
    }

    @Test
    void findsAVersionThatNeverCameToAClientOfAll() {
        Findings findings = findings(without(2), sprint.sightings(ENDS));

        // The version was skipped, and the mark behind it was never seen.
        assertThat(findings.lost()).isEqualTo(2);
        assertThat(findings.sentences())
                .anyMatch(sentence -> sentence.contains("media never saw version 2"))
                .anyMatch(sentence -> sentence.contains("media never saw event 2"));
    }

    @Test
    void letsAClientOfTheNewestSkipVersions() {
        assertThat(findings(sprint.sightings(ENDS), without(2)).kept()).isTrue();
    }

    @Test
    void findsAUnitWhoseEndNeverCame() {
        Findings findings =
                findings(sprint.sightings(ENDS), sprint.sightings(ENDS).subList(0, 3));

        assertThat(findings.lost()).isOne();
        assertThat(findings.sentences()).singleElement().asString().contains("app never saw the official result");
    }

    @Test
    void findsAVersionThatComesTwice() {
        List<Sighting> twice = new ArrayList<>(sprint.sightings(ENDS));
        twice.add(2, twice.get(1));

        assertThat(findings(twice, sprint.sightings(ENDS)).twice()).isOne();
    }

    @Test
    void findsAnEventThatMakesTwoVersions() {
        List<Sighting> twice = new ArrayList<>(sprint.sightings(ENDS).subList(0, 2));
        twice.add(sighting(3, 2, false));
        twice.add(sighting(4, 3, false));
        twice.add(sighting(5, 4, true, ENDS));

        Findings findings = findings(twice, sprint.sightings(ENDS));

        assertThat(findings.twice()).isOne();
        assertThat(findings.sentences()).singleElement().asString().contains("shows event 2, as version 2 did");
    }

    @Test
    void findsVersionsInTheWrongOrder() {
        List<Sighting> swapped = new ArrayList<>(sprint.sightings(ENDS));
        swapped.set(1, sprint.sightings(ENDS).get(2));
        swapped.set(2, sprint.sightings(ENDS).get(1));

        assertThat(findings(swapped, sprint.sightings(ENDS)).outOfOrder()).isOne();
    }

    @Test
    void findsAVersionThatGoesBack() {
        List<Sighting> back = new ArrayList<>(sprint.sightings(ENDS));
        back.add(3, back.get(0));

        assertThat(findings(sprint.sightings(ENDS), back).wentBack()).isOne();
    }

    @Test
    void findsAWrongRank() {
        Findings findings = findings(
                sprint.sightings(line("A", 1, null), line("B", 2, null), line("C", null, Irm.DNF)),
                sprint.sightings(ENDS));

        assertThat(findings.wrong()).isOne();
        assertThat(findings.sentences()).singleElement().asString().contains("CHAOS/ATHM100M");
    }

    @Test
    void findsAMissingIrmAndAStranger() {
        Findings findings = findings(
                sprint.sightings(line("B", 1, null), line("A", 2, null), line("C", 3, null), line("D", 4, null)),
                sprint.sightings(ENDS));

        assertThat(findings.wrong()).isOne();
        assertThat(findings.sentences()).singleElement().asString().contains("D, who did not start");
    }

    @Test
    void findsAResultOverTheBudgetInTheStretchThatItsEventWasMeantIn() {
        Stretch later = checker.begin(START.plusSeconds(3));
        List<Sighting> late = new ArrayList<>(sprint.sightings(ENDS));
        late.set(1, arriving(late.get(1), START.plusSeconds(2).plusMillis(2_501)));
        late.set(2, arriving(late.get(2), START.plusSeconds(2).plusMillis(2_502)));
        late.set(3, arriving(late.get(3), START.plusSeconds(4).plusMillis(900)));

        Findings findings = findings(late, sprint.sightings(ENDS));

        assertThat(findings.overBudget()).isOne();
        assertThat(later.findings().overBudget()).isZero();
        assertThat(later.findings().longestStall()).isBetween(Duration.ofMillis(1_500), Duration.ofMillis(1_504));
    }

    @Test
    void countsFromTheEventForAClientThatWasCutOff() {
        Instant taken = sprint.timed().get(1).taken();
        Instant back = taken.plusSeconds(2);
        List<Sighting> resumed = new ArrayList<>(sprint.sightings(ENDS));
        for (int i = 1; i < resumed.size(); i++) {
            Sighting seen = resumed.get(i);
            resumed.set(
                    i,
                    new Sighting(
                            seen.unit(),
                            seen.version(),
                            seen.sequences(),
                            seen.earlier(),
                            seen.lines(),
                            seen.official(),
                            false,
                            back,
                            back.plusMillis(i == 1 ? 600 : 1_100)));
        }

        Findings findings = findings(resumed, sprint.sightings(ENDS));

        assertThat(findings.overBudget()).isOne();
        assertThat(findings.longestStall()).isBetween(Duration.ofMillis(2_599), Duration.ofMillis(2_602));
    }

    @Test
    void findsWrongRanksThatAClientOfTheNewestSaw() {
        SeenLine[] swapped = {line("A", 1, null), line("B", 2, null), line("C", null, Irm.DNF)};

        Findings findings = findings(sprint.sightings(ENDS), sprint.sightings(swapped));

        assertThat(findings.sentences()).anyMatch(sentence -> sentence.startsWith("app saw "));
        assertThat(findings.kept()).isFalse();
    }

    @Test
    void countsEachEventOfAVersionThatStandsForSeveral() {
        List<Sighting> seen = List.of(
                showing(sprint.sightings(ENDS).get(1), 2, 1L, 2L),
                showing(sprint.sightings(ENDS).get(2), 3, 3L),
                showing(sprint.sightings(ENDS).get(3), 4, 4L));

        Findings findings = findings(seen, seen);

        assertThat(findings.kept()).isTrue();
        assertThat(findings.latencies().count()).isEqualTo(8);
        assertThat(findings.longestStall()).isBetween(Duration.ofMillis(1_049), Duration.ofMillis(1_051));
    }

    @Test
    void findsAVersionThatStandsForMoreThanWasMissing() {
        List<Sighting> seen = List.of(
                sprint.sightings(ENDS).getFirst(),
                showing(sprint.sightings(ENDS).get(2), 3, 1L, 2L, 3L),
                showing(sprint.sightings(ENDS).get(3), 4, 4L));

        Findings findings = findings(seen, List.of());

        assertThat(findings.sentences())
                .anyMatch(sentence -> sentence.contains("stands for versions from 1, and came after 1"))
                .anyMatch(sentence -> sentence.contains("shows event 1, as version 1 did"));
    }

    @Test
    void findsAVersionThatIsMissingThoughOthersStandForSeveral() {
        List<Sighting> seen = List.of(
                sprint.sightings(ENDS).getFirst(),
                showing(sprint.sightings(ENDS).get(3), 4, 3L, 4L));

        assertThat(findings(seen, sprint.sightings(ENDS)).sentences())
                .anyMatch(sentence -> sentence.contains("never saw version 2"))
                .anyMatch(sentence -> sentence.contains("never saw event 2"));
    }

    @Test
    void judgesAUnitOnceAndNotBeforeItsEnd() {
        checker.defined(sprint.definition());
        sprint.timed().subList(0, 3).forEach(checker::sent);
        checker.judge(Instant.MAX);
        assertThat(stretch.findings().kept()).isTrue();

        checker.sent(sprint.timed().getLast());
        checker.judge(Instant.MAX);
        checker.judge(Instant.MAX);

        assertThat(stretch.findings().lost()).isEqualTo(2);
        assertThat(checker.allSeen()).isTrue();
    }

    private List<Sighting> without(int version) {
        return sprint.sightings(ENDS).stream()
                .filter(seen -> seen.version() != version)
                .toList();
    }

    private static Sighting showing(Sighting seen, long version, Long... sequences) {
        return new Sighting(
                seen.unit(),
                version,
                List.of(sequences),
                sequences.length - 1,
                seen.lines(),
                seen.official(),
                false,
                seen.connectedAt(),
                seen.arrived());
    }

    private static Sighting arriving(Sighting seen, Instant arrived) {
        return new Sighting(
                seen.unit(),
                seen.version(),
                seen.sequences(),
                seen.earlier(),
                seen.lines(),
                seen.official(),
                seen.snapshot(),
                seen.connectedAt(),
                arrived);
    }

    private Findings findings(List<Sighting> media, List<Sighting> app) {
        checker.defined(sprint.definition());
        sprint.timed().forEach(checker::sent);
        media.forEach(seen -> checker.saw(MEDIA, seen));
        app.forEach(seen -> checker.saw(APP, seen));
        checker.judge(Instant.MAX);
        return stretch.findings();
    }
}
