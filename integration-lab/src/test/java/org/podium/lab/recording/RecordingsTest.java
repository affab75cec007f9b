package org.podium.lab.recording;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.OrganisationCode;
import org.podium.model.id.SourceId;
import org.podium.model.id.UnitKey;
import org.podium.model.id.VenueCode;
import org.podium.model.wire.Entry;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.Medal;
import org.podium.model.wire.Phase;
import org.podium.model.wire.PhaseUnit;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

class RecordingsTest {

    /** Longest replay of all recordings at speed 1 that a visitor of the demo sits through. */
    private static final Duration LONGEST_REPLAY = Duration.ofSeconds(130);

    private static final List<Recording> ALL = Recordings.load();
    private static final List<RecordedEvent> EVENTS = Recordings.loadEvents();

    static List<Recording> all() {
        return ALL;
    }

    static List<Recording> corrected() {
        return ALL.stream()
                .filter(recording -> recording.official().corrected() != null)
                .toList();
    }

    @Test
    void recordsEveryKindOfUnitThatTheDemoShows() {
        Set<String> kinds =
                ALL.stream().map(recording -> recording.official().kind()).collect(toCollection(TreeSet::new));

        assertThat(ALL).hasSizeGreaterThanOrEqualTo(26);
        assertThat(kinds)
                .contains(
                        "sprint",
                        "middle distance",
                        "relay with a disqualification",
                        "horizontal jump with attempts",
                        "vertical jump with a shared gold medal",
                        "swimming with a shared silver medal",
                        "weightlifting with attempts",
                        "diving with judges' scores",
                        "gymnastics apparatus with a shared bronze medal",
                        "gymnastics apparatus corrected after it was official",
                        "road cycling with gaps and two who did not finish",
                        "triathlon with gaps, two who did not finish and three lapped",
                        "sailing race with a premature starter",
                        "sailing series with a discard and a medal race",
                        "shooting with eliminations",
                        "archery decided in a shoot-off",
                        "head-to-head match",
                        "decathlon");
    }

    @Test
    void recordsEachUnitOnce() {
        assertThat(ALL).extracting(RecordingsTest::key).doesNotHaveDuplicates();
        assertThat(ALL).extracting(Recording::slug).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasValidIds(Recording recording) {
        UnitDefinition definition = recording.definition();

        assertThatCode(() -> {
                    key(recording);
                    VenueCode.parse(definition.getVenue());
                    SourceId.parse(definition.getSource());
                    for (Entry entry : definition.getEntries()) {
                        CompetitorId.parse(entry.getCompetitor());
                        OrganisationCode.parse(entry.getOrganisation());
                    }
                })
                .doesNotThrowAnyException();
        assertThat(definition.getEntries()).extracting(Entry::getCompetitor).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasSequencesWithoutGapsInTheOrderOfTime(Recording recording) {
        for (List<VenueEvent> events : List.of(recording.events(), recording.deskEvents())) {
            assertThat(events)
                    .extracting(VenueEvent::getSequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, events.size()).boxed().toList());
            assertThat(events).extracting(VenueEvent::getVenueTime).isSorted();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void speaksOnlyOfItsOwnUnit(Recording recording) {
        UnitDefinition definition = recording.definition();

        assertThat(Stream.concat(recording.events().stream(), recording.deskEvents().stream()))
                .allSatisfy(event -> {
                    assertThat(event.getUnit()).isEqualTo(definition.getUnit());
                    assertThat(event.getCompetition()).isEqualTo(definition.getCompetition());
                    assertThat(event.getFeed()).isEqualTo(definition.getFeed());
                });
        assertThat(recording.events()).allSatisfy(event -> {
            assertThat(event.getVenue()).isEqualTo(definition.getVenue());
            assertThat(event.getSource()).isEqualTo(definition.getSource());
        });
        assertThat(recording.deskEvents())
                .allSatisfy(event -> assertThat(event.getVenue()).isEqualTo("DESK"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void speaksOnlyOfCompetitorsWhoAreOnTheStartList(Recording recording) {
        Set<String> starters = new HashSet<>();
        for (VenueEvent event : recording.events()) {
            if (event.getStartList() != null) {
                event.getStartList().forEach(entry -> starters.add(entry.getCompetitor()));
            }
            if (event.getMark() != null) {
                assertThat(starters).contains(event.getMark().getCompetitor());
            }
            if (event.getIrm() != null) {
                assertThat(starters).contains(event.getIrm().getCompetitor());
            }
        }

        if (!drawn(recording)) {
            assertThat(recording.definition().getEntries())
                    .extracting(Entry::getCompetitor)
                    .containsExactlyInAnyOrderElementsOf(starters);
        }
    }

    /** Expected competitors; those of the start list where other units of a recorded event say who starts. */
    private static List<String> starters(Recording recording) {
        Stream<Entry> entries = drawn(recording)
                ? recording.events().stream()
                        .map(VenueEvent::getStartList)
                        .filter(Objects::nonNull)
                        .flatMap(List::stream)
                : recording.definition().getEntries().stream();
        return entries.map(Entry::getCompetitor).toList();
    }

    /** True where other units of a recorded event say who starts. */
    private static boolean drawn(Recording recording) {
        return EVENTS.stream()
                .flatMap(event -> event.definition().getPhases().stream())
                .flatMap(phase -> phase.getUnits().stream())
                .anyMatch(unit -> unit.getUnit().equals(recording.definition().getUnit())
                        && !unit.getSlots().isEmpty());
    }

    @Test
    void recordsEventsOfRecordedUnits() {
        assertThat(EVENTS).extracting(RecordedEvent::slug).doesNotHaveDuplicates();
        assertThat(EVENTS)
                .allSatisfy(event -> assertThat(event.official().sources()).isNotEmpty())
                .flatExtracting(event -> event.definition().getPhases())
                .flatExtracting(Phase::getUnits)
                .extracting(PhaseUnit::getUnit)
                .isSubsetOf(ALL.stream()
                        .map(recording -> recording.definition().getUnit())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void givesEveryStarterAMarkOrAnIrm(Recording recording) {
        Set<String> judged = new HashSet<>();
        for (VenueEvent event : recording.events()) {
            if (event.getMark() != null) {
                judged.add(event.getMark().getCompetitor());
            }
            if (event.getIrm() != null) {
                judged.add(event.getIrm().getCompetitor());
            }
        }

        assertThat(judged).containsExactlyInAnyOrderElementsOf(starters(recording));
    }

    @ParameterizedTest
    @MethodSource("all")
    void tellsTheStoryFromTheStartListToOfficial(Recording recording) {
        List<ResultStatus> statuses = recording.events().stream()
                .map(VenueEvent::getResultStatus)
                .filter(Objects::nonNull)
                .toList();

        assertThat(recording.events().getFirst().getKind()).isEqualTo(EventKind.START_LIST);
        assertThat(statuses).startsWith(ResultStatus.START_LIST, ResultStatus.LIVE);
        assertThat(statuses).endsWith(ResultStatus.UNOFFICIAL, ResultStatus.OFFICIAL);
    }

    @ParameterizedTest
    @MethodSource("all")
    void givesReasonsForAmendments(Recording recording) {
        assertThat(recording.events())
                .filteredOn(event -> event.getAmends() != null)
                .allSatisfy(event -> {
                    assertThat(event.getAmends()).isBetween(1L, event.getSequence() - 1);
                    assertThat(event.getReason()).isNotBlank();
                });
        assertThat(recording.deskEvents())
                .allSatisfy(event -> assertThat(event.getReason()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("all")
    void ranksItsStartersInStandardCompetitionRanking(Recording recording) {
        assertStandardCompetitionRanking(recording, recording.official().ranks());
    }

    @ParameterizedTest
    @MethodSource("corrected")
    void rankedItsStartersBeforeTheCorrectionToo(Recording recording) {
        OfficialResult.Corrected corrected =
                Objects.requireNonNull(recording.official().corrected());

        assertStandardCompetitionRanking(recording, corrected.ranksBefore());
        assertThat(corrected.ranksBefore()).isNotEqualTo(recording.official().ranks());
        assertThat(recording.deskEvents()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void givesItsMedalsByRank(Recording recording) {
        UnitDefinition definition = recording.definition();
        Map<Medal, Integer> numbers = Map.of(Medal.ME_GOLD, 1, Medal.ME_SILVER, 2, Medal.ME_BRONZE, 3);
        numbers.forEach((medal, number) -> {
            int rank = definition.getMedals().indexOf(number) + 1;
            List<CompetitorId> winners = rank == 0
                    ? List.of()
                    : recording.official().ranks().stream()
                            .filter(line -> Objects.equals(line.rank(), rank))
                            .map(OfficialRank::competitor)
                            .toList();

            assertThat(recording.official().medals().getOrDefault(medal, List.of()))
                    .as("%s", medal)
                    .containsExactlyInAnyOrderElementsOf(winners);
        });
        assertThat(definition.getMedalEvent()).isEqualTo(!definition.getMedals().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("all")
    void namesItsSourcesAndSaysWhatIsKnown(Recording recording) {
        OfficialResult official = recording.official();

        assertThat(official.sources())
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source).isNotBlank());
        assertThat(official.known()).startsWith("Known: ").endsWith(".");
    }

    @Test
    void replaysSeveralUnitsAtOnceWithinTwoMinutes() {
        List<RecordedStep> steps =
                ALL.stream().flatMap(recording -> recording.steps().stream()).toList();
        int atOnce = 0;
        for (Recording recording : ALL) {
            Duration begin = recording.startOffset();
            atOnce = Math.max(
                    atOnce,
                    Math.toIntExact(ALL.stream()
                            .filter(other -> other.startOffset().compareTo(begin) <= 0
                                    && other.end().compareTo(begin) > 0)
                            .count()));
        }

        assertThat(steps).allSatisfy(step -> assertThat(step.at()).isLessThan(LONGEST_REPLAY));
        assertThat(atOnce).isGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("all")
    void replaysEveryEventInOrder(Recording recording) {
        List<RecordedStep> steps = recording.steps();
        List<VenueEvent> both = new ArrayList<>(recording.events());
        both.addAll(recording.deskEvents());

        assertThat(steps).extracting(RecordedStep::event).containsExactlyInAnyOrderElementsOf(both);
        assertThat(steps).extracting(RecordedStep::at).isSorted();
        assertThat(steps.getFirst().at()).isEqualTo(recording.startOffset());
        assertThat(recording.end().minus(recording.startOffset()))
                .isBetween(Duration.ofSeconds(25), Duration.ofSeconds(95));
    }

    private static UnitKey key(Recording recording) {
        return UnitKey.of(
                recording.definition().getCompetition(), recording.definition().getUnit());
    }

    private static void assertStandardCompetitionRanking(Recording recording, List<OfficialRank> ranks) {
        List<Integer> given = ranks.stream()
                .map(OfficialRank::rank)
                .filter(Objects::nonNull)
                .sorted()
                .toList();

        assertThat(ranks)
                .extracting(rank -> rank.competitor().value())
                .containsExactlyInAnyOrderElementsOf(starters(recording));
        for (OfficialRank rank : ranks) {
            if (rank.rank() == null) {
                assertThat(rank.irm())
                        .as("IRM of %s, who has no rank", rank.competitor())
                        .isNotNull();
                assertThat(rank.rankEqual()).isFalse();
            } else {
                assertThat(given.indexOf(rank.rank()) + 1)
                        .as("rank of %s", rank.competitor())
                        .isEqualTo(rank.rank());
                assertThat(given.stream().filter(rank.rank()::equals).count() > 1)
                        .as("%s shares its rank", rank.competitor())
                        .isEqualTo(rank.rankEqual());
            }
        }
    }
}
