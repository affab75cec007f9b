package org.podium.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.podium.lab.reader.SeenResult;
import org.podium.lab.stack.Stack;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.RejectedEvent;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.VenueEvent;
import org.podium.venue.publish.TakeOutcome;

/** What a venue may get wrong while a unit is going on: each has its outcome, is counted, and stops nobody. */
@PodiumStack
class BadInputIT {

    private static final String OTHER_VENUE = "DEF";

    private final Sprint sprint = Sprint.inCharge();
    private RejectReason expected = RejectReason.UNKNOWN;
    private double countedBefore;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Competition competition;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Stack stack;

    @BeforeEach
    void raceIsOn(Competition ours, Stack everybodys) throws Exception {
        competition = ours;
        stack = everybodys;
        sprint.begin(competition);
        competition.awaitResult(competition.unit(Sprint.RSC), result -> result.status() == ResultStatus.LIVE);
    }

    /** Whatever happened, it was counted, and the next mark of the same unit is a result like any other. */
    @AfterEach
    void wasCountedAndTheRaceGoesOn() {
        assertThat(counted(expected)).isGreaterThan(countedBefore);
        competition.take(sprint.time("R1", "9.91"));
        competition.awaitResult(
                competition.unit(Sprint.RSC), result -> text(result, "R1").equals("9.91"));
    }

    @Test
    void competitorWhoIsNotEnteredWaitsForAStartList() {
        expect(RejectReason.UNKNOWN_COMPETITOR);
        competition.take(sprint.time("R4", "9.80"));
        RejectedEvent parked = competition.awaitReject(expected);
        assertThat(parked.getDisposition()).isEqualTo(Disposition.PARKED);
        assertThat(parked.getSentence()).contains("R4");

        competition.take(sprint.startList(4));

        competition.awaitResult(
                competition.unit(Sprint.RSC), result -> text(result, "R4").equals("9.80"));
    }

    @Test
    void eventOfAnotherVenueForThisUnit() {
        expect(RejectReason.WRONG_VENUE);
        competition.take(VenueEvent.newBuilder(sprint.time("R1", "9.80"))
                .setVenue(OTHER_VENUE)
                .build());
        assertThat(rejected().getTopic()).isEqualTo("venue." + OTHER_VENUE + ".events");
    }

    @Test
    void sequenceThatWasSeenBefore() {
        expect(RejectReason.DUPLICATE_SEQUENCE);
        VenueEvent mark = sprint.time("R2", "9.99");
        competition.take(mark);
        competition.take(mark);
        assertThat(rejected().getSequence()).isEqualTo(mark.getSequence());
    }

    @Test
    void gapInTheSequenceIsFlaggedUntilItIsFilled() {
        expect(RejectReason.SEQUENCE_GAP);
        VenueEvent late = sprint.time("R2", "9.95");
        competition.take(sprint.time("R3", "9.97"));
        assertThat(competition.awaitReject(RejectReason.SEQUENCE_GAP).getDisposition())
                .isEqualTo(Disposition.FLAGGED);
        competition.awaitResult(
                competition.unit(Sprint.RSC),
                result -> text(result, "R3").equals("9.97") && result.flags().contains("SEQUENCE_GAP"));

        competition.take(late);

        competition.awaitResult(
                competition.unit(Sprint.RSC),
                result -> text(result, "R2").equals("9.95") && !result.flags().contains("SEQUENCE_GAP"));
    }

    @Test
    void sourceThatIsNotInCharge() {
        expect(RejectReason.NOT_IN_CHARGE);
        competition.take(Sprint.byBackup().time("R1", "9.70"));
        assertThat(rejected().getSource()).isEqualTo("TIMING-2");
    }

    @Test
    void amendmentOfAnEventThatDoesNotExist() {
        expect(RejectReason.AMENDS_NOTHING);
        VenueEvent mark = sprint.time("R1", "9.70");
        competition.take(VenueEvent.newBuilder(mark)
                .setAmends(mark.getSequence() + 5)
                .setReason("photo finish")
                .build());
        rejected();
    }

    @Test
    void markOfTheWrongKind() {
        expect(RejectReason.WRONG_MARK_KIND);
        competition.take(sprint.mark("R1", MarkKind.HEIGHT, "2.39"));
        rejected();
    }

    @Test
    void hundredMetresInThreeSeconds() {
        expect(RejectReason.IMPLAUSIBLE_MARK);
        competition.take(sprint.time("R1", "3.00"));
        rejected();
    }

    @Test
    void negativeTime() {
        expect(RejectReason.IMPLAUSIBLE_MARK);
        competition.take(sprint.time("R1", "-9.80"));
        rejected();
    }

    @Test
    void statusThatCannotFollow() {
        expect(RejectReason.ILLEGAL_STATUS_TRANSITION);
        competition.take(sprint.status(ResultStatus.START_LIST));
        rejected();
    }

    @Test
    void testEventInTheProductionFeed() {
        expect(RejectReason.WRONG_FEED);
        competition.take(VenueEvent.newBuilder(sprint.time("R1", "9.70"))
                .setFeed(FeedFlag.TEST)
                .build());
        rejected();
    }

    @Test
    void eventOfFiveMegabytesIsReplacedByANotice() {
        expect(RejectReason.TOO_LARGE);
        TakeOutcome outcome = stack.venues().take(competition.now(sprint.startList(100_000)));
        assertThat(outcome).isInstanceOf(TakeOutcome.TooLarge.class);
        assertThat(rejected().getSentence()).contains("START_LIST");
    }

    @Test
    void venueClockThatIsAnHourOff() {
        expect(RejectReason.CLOCK_SUSPECT);
        VenueEvent mark = VenueEvent.newBuilder(competition.now(sprint.time("R2", "10.02")))
                .setVenueTime(Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MICROS))
                .build();
        stack.venues().take(mark);
        assertThat(competition.awaitReject(expected).getDisposition()).isEqualTo(Disposition.FLAGGED);
        competition.awaitResult(
                competition.unit(Sprint.RSC),
                result -> text(result, "R2").equals("10.02") && result.flags().contains("CLOCK_SUSPECT"));
    }

    private void expect(RejectReason reason) {
        expected = reason;
        countedBefore = counted(reason);
    }

    /** The reject that was expected, with the event's own bytes. */
    private RejectedEvent rejected() {
        RejectedEvent reject = competition.awaitReject(expected);
        assertThat(reject.getDisposition()).isEqualTo(Disposition.REJECTED);
        assertThat(reject.getOriginalValue()).isNotNull();
        assertThat(reject.getSentence()).isNotBlank();
        return reject;
    }

    private double counted(RejectReason reason) {
        Matcher counter = Pattern.compile("(?m)^podium_streams_reports_total\\{[^}]*reason=\"%s\"[^}]*} (\\S+)$"
                        .formatted(reason.name().toLowerCase(Locale.ROOT)))
                .matcher(stack.streamsMetrics());
        return counter.results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }

    private static String text(SeenResult result, String competitor) {
        return result.lines().stream()
                .filter(line -> line.competitor().toString().equals(competitor))
                .map(line -> line.text())
                .findFirst()
                .orElse("");
    }
}
