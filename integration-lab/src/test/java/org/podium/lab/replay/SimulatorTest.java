package org.podium.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.podium.lab.recording.RecordedMarks;
import org.podium.model.id.CompetitionCode;
import org.podium.model.id.UnitKey;
import org.podium.model.id.VenueCode;
import org.podium.model.topic.EventPartitions;
import org.podium.model.wire.Entry;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.Mark;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.rank.Rule;
import org.podium.streams.rank.RuleParse;
import org.podium.streams.rank.Rules;
import org.podium.streams.simulator.SimulatedUnit;
import org.podium.streams.simulator.SimulationSettings;
import org.podium.streams.simulator.Simulator;
import org.podium.venue.ndjson.Definitions;
import org.podium.venue.ndjson.DefinitionsJson;
import org.podium.venue.ndjson.EventLine;
import org.podium.venue.ndjson.UnitDefinitionJson;
import org.podium.venue.ndjson.VenueEventJson;

class SimulatorTest {

    private static final long SEED = 20_240_804;
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration DURATION = Duration.ofMinutes(10);

    static List<SimulatedUnit> units() {
        return simulator(SEED, 8, 6).units(5 * Simulator.sports());
    }

    @Test
    void theSameSeedMakesTheSameUnits() {
        assertThat(simulator(SEED, 8, 6).units(40))
                .isEqualTo(simulator(SEED, 8, 6).units(40));
    }

    @Test
    void aUnitIsTheSameHoweverManyOthersThereAre() {
        assertThat(simulator(SEED, 8, 6).unit(39))
                .isEqualTo(simulator(SEED, 8, 6).units(40).get(39));
    }

    @Test
    void anotherSeedMakesOtherUnits() {
        assertThat(simulator(SEED, 8, 6).unit(0))
                .isNotEqualTo(simulator(SEED + 1, 8, 6).unit(0));
    }

    @Test
    void usesEveryRankingRule() {
        List<Class<?>> used = units().stream()
                .<Class<?>>map(unit -> rule(unit).getClass())
                .distinct()
                .toList();
        assertThat(used).containsExactlyInAnyOrder(Rule.class.getPermittedSubclasses());
    }

    @Test
    void usesEveryKindOfEventThatAVenueSays() {
        Set<EventKind> expected = EnumSet.allOf(EventKind.class);
        expected.removeAll(Set.of(EventKind.UNKNOWN, EventKind.TAKEOVER, EventKind.NOTICE));
        assertThat(units().stream()
                        .flatMap(unit -> unit.events().stream())
                        .map(VenueEvent::getKind)
                        .collect(Collectors.toSet()))
                .isEqualTo(expected);
        assertThat(units().stream().flatMap(unit -> unit.events().stream()))
                .anyMatch(event -> event.getKind() == EventKind.MARK && event.getAmends() != null);
    }

    @ParameterizedTest
    @MethodSource("units")
    void everyEventIsOneThatAVenueMaySend(SimulatedUnit unit) {
        assertThat(unit.events())
                .allSatisfy(event -> assertThat(VenueEventJson.parse(1, VenueEventJson.print(event)))
                        .isEqualTo(new EventLine.Valid(1, event)));
        assertThat(DefinitionsJson.parse(UnitDefinitionJson.print(unit.definition())))
                .isEqualTo(new Definitions.Valid(List.of(unit.definition()), List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("units")
    void itsRuleTakesEveryMark(SimulatedUnit unit) {
        Rule rule = rule(unit);
        assertThat(marks(unit))
                .isNotEmpty()
                .allSatisfy(mark -> assertThat(rule.refuses(RecordedMarks.score(mark)))
                        .as("%s of %s", mark, unit.definition().getRule())
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("units")
    void onlyThoseOnTheStartListMakeMarks(SimulatedUnit unit) {
        Set<String> starters = unit.events().getFirst().getStartList().stream()
                .map(Entry::getCompetitor)
                .collect(Collectors.toSet());
        assertThat(marks(unit)).extracting(Mark::getCompetitor).isSubsetOf(starters);
    }

    @ParameterizedTest
    @MethodSource("units")
    void sequencesAscendFromOneAndTimesWithThemFromStartToEnd(SimulatedUnit unit) {
        List<VenueEvent> events = unit.events();
        assertThat(events)
                .extracting(VenueEvent::getSequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events).extracting(VenueEvent::getVenueTime).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(events.getFirst().getVenueTime()).isEqualTo(START);
        assertThat(events.getLast().getVenueTime()).isEqualTo(START.plus(DURATION));
        assertThat(events.getLast().getResultStatus()).isEqualTo(ResultStatus.OFFICIAL);
    }

    @ParameterizedTest
    @MethodSource("units")
    void amendmentsNameAnEarlierEventAndAReason(SimulatedUnit unit) {
        assertThat(unit.events()).filteredOn(event -> event.getAmends() != null).allSatisfy(event -> {
            assertThat(event.getAmends()).isBetween(1L, event.getSequence() - 1);
            assertThat(event.getReason()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("units")
    void competitorsLookMadeUp(SimulatedUnit unit) {
        assertThat(unit.definition().getEntries()).allSatisfy(entry -> {
            assertThat(entry.getName()).startsWith("SIMULATED ");
            assertThat(entry.getOrganisation()).matches("X[A-Z]{2}");
        });
    }

    @Test
    void unitsSpreadOverAllPartitionsAndVenues() {
        List<SimulatedUnit> units = simulator(SEED, 2, 1).units(100);
        assertThat(units.stream()
                        .map(unit -> UnitKey.of(
                                unit.definition().getCompetition(),
                                unit.definition().getUnit()))
                        .map(key -> EventPartitions.partitionOf(key.event(), 12))
                        .distinct())
                .hasSize(12);
        assertThat(units.stream().map(unit -> unit.definition().getVenue()).distinct())
                .containsExactlyInAnyOrder("SMA", "SMB");
    }

    @Test
    void ofSoManyUnitsOneGivesMedals() {
        List<SimulatedUnit> units = simulator(SEED, 8, 1, 12).units(120);

        assertThat(units)
                .filteredOn(unit -> unit.definition().getMedalEvent())
                .hasSize(10)
                .allSatisfy(unit -> assertThat(unit.definition().getUnit()).contains("FNL-"));
        assertThat(units)
                .filteredOn(unit -> !unit.definition().getMedalEvent())
                .allSatisfy(unit -> assertThat(unit.definition().getMedals()).isEmpty());
    }

    @Test
    void moreMarksForEachMakeMoreEvents() {
        assertThat(events(simulator(SEED, 8, 12))).isGreaterThan(2 * events(simulator(SEED, 8, 2)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 200})
    void takesAnyNumberOfCompetitors(int competitors) {
        assertThat(simulator(SEED, competitors, 1).unit(0).definition().getEntries())
                .hasSize(competitors);
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatThrownBy(() -> simulator(SEED, 1, 6)).hasMessage("competitors: 1 is not from 2 to 200");
        assertThatThrownBy(() -> simulator(SEED, 8, 0)).hasMessage("marks of each: 0 is not from 1 to 50");
        assertThatThrownBy(() -> simulator(SEED, 8, 6, 0)).hasMessage("units a final: 0 is not from 1 to 1000");
        assertThatThrownBy(() -> simulator(SEED, 8, 6).unit(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static Rule rule(SimulatedUnit unit) {
        RankingRule named = unit.definition().getRule();
        return switch (Rules.parse(named.getName(), named.getParameters())) {
            case RuleParse.Parsed parsed -> parsed.rule();
            case RuleParse.Invalid invalid -> throw new AssertionError(invalid.problems());
        };
    }

    private static int events(Simulator simulator) {
        return simulator.units(Simulator.sports()).stream()
                .mapToInt(unit -> unit.events().size())
                .sum();
    }

    private static Stream<Mark> marks(SimulatedUnit unit) {
        return unit.events().stream().map(VenueEvent::getMark).filter(Objects::nonNull);
    }

    private static Simulator simulator(long seed, int competitors, int marksEach) {
        return simulator(seed, competitors, marksEach, SimulationSettings.ALL_FINALS);
    }

    private static Simulator simulator(long seed, int competitors, int marksEach, int unitsAFinal) {
        return new Simulator(
                seed,
                new SimulationSettings(
                        CompetitionCode.parse("SIM2026"),
                        List.of(VenueCode.parse("SMA"), VenueCode.parse("SMB")),
                        START,
                        DURATION,
                        competitors,
                        marksEach,
                        unitsAFinal));
    }
}
