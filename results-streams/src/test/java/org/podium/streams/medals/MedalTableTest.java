package org.podium.streams.medals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.EventResult;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Medal;
import org.podium.model.wire.MedalPart;
import org.podium.model.wire.MedalStanding;
import org.podium.model.wire.Medallist;
import org.podium.streams.stored.StoredMedalTable;
import org.podium.streams.stored.StoredStanding;

class MedalTableTest {

    private StoredMedalTable table = MedalTable.EMPTY;

    @Test
    void ranksByGoldThenSilverThenBronze() {
        take(1, "A", gold("XAA"), silver("XAB"), bronze("XAC"));
        take(1, "B", gold("XAB"), silver("XAC"), bronze("XAC"));
        take(1, "C", gold("XAA"), silver("XAD"), bronze("XAD"));

        assertThat(table.getStandings())
                .extracting("organisation", "rank", "sortOrder", "gold", "silver", "bronze")
                .containsExactly(
                        tuple("XAA", 1, 1, 2, 0, 0),
                        tuple("XAB", 2, 2, 1, 1, 0),
                        tuple("XAC", 3, 3, 0, 1, 2),
                        tuple("XAD", 4, 4, 0, 1, 1));
    }

    @Test
    void ranksByNumberOfMedalsBesideIt() {
        take(1, "A", gold("XAA"), silver("XAC"), bronze("XAC"));
        take(1, "B", gold("XAB"), silver("XAC"), bronze("XAB"));

        assertThat(table.getStandings())
                .extracting("organisation", "rank", "rankByTotal", "rankByTotalEqual")
                .containsExactly(tuple("XAA", 2, 3, false), tuple("XAB", 1, 2, false), tuple("XAC", 3, 1, false));
    }

    @Test
    void equalTriplesShareARankInTheOrderOfTheirCodes() {
        take(1, "A", gold("XAC"), silver("XAD"), bronze("XAD"));
        take(1, "B", gold("XAA"), silver("XAB"), bronze("XAB"));

        assertThat(table.getStandings())
                .extracting("organisation", "rank", "rankEqual", "sortOrder", "rankByTotal", "rankByTotalEqual")
                .containsExactly(
                        tuple("XAA", 1, true, 1, 3, true),
                        tuple("XAB", 3, true, 3, 1, true),
                        tuple("XAC", 1, true, 2, 3, true),
                        tuple("XAD", 3, true, 4, 1, true));
    }

    @Test
    void anEventIsReplacedAndNeverAdded() {
        take(1, "A", gold("XAA"));
        List<MedalStanding> changed = take(2, "A", gold("XAB"));

        assertThat(changed)
                .extracting("organisation", "version", "gold", "rank", "sortOrder")
                .containsExactly(tuple("XAA", 2L, 0, null, 0), tuple("XAB", 1L, 1, 1, 1));
    }

    @Test
    void anOrganisationThatWinsAgainGoesOnWithItsVersions() {
        take(1, "A", gold("XAA"));
        take(2, "A");
        List<MedalStanding> changed = take(3, "A", bronze("XAA"));

        assertThat(changed).extracting("version", "bronze", "rank").containsExactly(tuple(3L, 1, 1));
    }

    @Test
    void anOlderOrRepeatedVersionOfAnEventChangesNothing() {
        take(2, "A", gold("XAA"));
        StoredMedalTable before = table;

        assertThat(take(1, "A", gold("XAB"))).isEmpty();
        assertThat(take(2, "A", gold("XAA"))).isEmpty();
        assertThat(table).isEqualTo(before);
    }

    @Test
    void countsByDisciplineAndGenderAndFollowsACorrection() {
        take(1, "A", gold("XAA"), silver("XAB"));
        takeEvent(1, "ATHW100M--------------", bronze("XAA"));
        List<MedalStanding> changed = takeEvent(1, "SWMM100MFR------------", gold("XAA"));

        assertThat(changed.getFirst().getParts())
                .containsExactly(
                        new MedalPart("ATH", "M", 1, 0, 0),
                        new MedalPart("ATH", "W", 0, 0, 1),
                        new MedalPart("SWM", "M", 1, 0, 0));

        assertThat(take(2, "A", silver("XAB")).getFirst().getParts())
                .containsExactly(new MedalPart("ATH", "W", 0, 0, 1), new MedalPart("SWM", "M", 1, 0, 0));
    }

    /** The table's figures are the same, the disciplines' are not. */
    @Test
    void aMedalThatMovesToAnotherDisciplineIsSent() {
        take(1, "A", gold("XAA"));
        takeEvent(1, "SWMM100MFR------------");
        take(2, "A");
        List<MedalStanding> changed = takeEvent(2, "SWMM100MFR------------", gold("XAA"));

        assertThat(changed)
                .singleElement()
                .satisfies(standing ->
                        assertThat(standing.getParts()).containsExactly(new MedalPart("SWM", "M", 1, 0, 0)));
    }

    @Test
    void onlyLinesThatDifferAreSent() {
        take(1, "A", gold("XAA"), silver("XAA"), bronze("XAB"));

        assertThat(take(1, "B", gold("XAA")))
                .extracting(MedalStanding::getOrganisation)
                .containsExactly("XAA");
    }

    @Test
    void ranksAreOneMoreThanTheNumberOfThoseWhoHaveMore() {
        Random random = new Random(2024);
        for (int event = 0; event < 60; event++) {
            take(1, "%02d".formatted(event), gold(any(random)), silver(any(random)), bronze(any(random)));
        }

        List<StoredStanding> all = table.getStandings();
        assertThat(all).hasSizeGreaterThan(20).allSatisfy(standing -> {
            List<StoredStanding> better = all.stream()
                    .filter(other -> triple(other) > triple(standing))
                    .toList();
            assertThat(standing.getRank()).isEqualTo(1 + better.size());
            assertThat(standing.getRankEqual())
                    .isEqualTo(all.stream()
                            .anyMatch(other -> !other.equals(standing) && triple(other) == triple(standing)));
            assertThat(standing.getRankByTotal())
                    .isEqualTo(1
                            + (int) all.stream()
                                    .filter(other -> total(other) > total(standing))
                                    .count());
            assertThat(standing.getRankByTotalEqual())
                    .isEqualTo(
                            all.stream().anyMatch(other -> !other.equals(standing) && total(other) == total(standing)));
        });
    }

    private static String any(Random random) {
        return "X%02d".formatted(random.nextInt(40));
    }

    /** Greater is better, with less than a hundred of each metal. */
    private static int triple(StoredStanding standing) {
        return standing.getGold() * 10_000 + standing.getSilver() * 100 + standing.getBronze();
    }

    private static int total(StoredStanding standing) {
        return standing.getGold() + standing.getSilver() + standing.getBronze();
    }

    private List<MedalStanding> take(long version, String event, Medallist... medallists) {
        return takeEvent(version, "ATHM%s-----------------".formatted(event), medallists);
    }

    private List<MedalStanding> takeEvent(long version, String event, Medallist... medallists) {
        MedalTable.Update update = MedalTable.replace(
                table,
                EventResult.newBuilder()
                        .setCompetition("OG2024")
                        .setEvent(event)
                        .setFeed(FeedFlag.PRODUCTION)
                        .setVersion(version)
                        .setDisciplineName("Athletics")
                        .setEventName("Event " + event)
                        .setMedallists(Arrays.asList(medallists))
                        .setTakenAt(Instant.EPOCH)
                        .build());
        table = update.table();
        return update.changed();
    }

    private static Medallist gold(String organisation) {
        return medallist(Medal.ME_GOLD, organisation);
    }

    private static Medallist silver(String organisation) {
        return medallist(Medal.ME_SILVER, organisation);
    }

    private static Medallist bronze(String organisation) {
        return medallist(Medal.ME_BRONZE, organisation);
    }

    private static Medallist medallist(Medal medal, String organisation) {
        return new Medallist(medal, "C1", "SIMULATED Runner", organisation, List.of(), "ATHM", null);
    }
}
