package org.podium.venue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.podium.model.id.VenueCode;
import org.podium.model.wire.VenueEvent;
import org.podium.venue.intake.Intake.Reporter;
import org.podium.venue.intake.Intake.Taker;
import org.podium.venue.ndjson.EventLines;
import org.podium.venue.publish.TakeOutcome;
import org.podium.venue.spool.Taking;

class IntakeTest {

    private static final TakeOutcome FULL = new TakeOutcome.Refused(Taking.Reason.SPOOL_FULL, "The spool is full.");

    private final StoppedClock clock = new StoppedClock(Lines.FIRST);
    private final Deque<TakeOutcome> answers = new ArrayDeque<>();
    private final BlockingQueue<VenueEvent> taken = new LinkedBlockingQueue<>();
    private final List<VenueCode> opened = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> waits = new ArrayList<>();

    @Test
    void reportsEachBadLineWithItsNumberAndReasonAndSendsTheRest() throws IOException, InterruptedException {
        Summary summary = intake(
                        Lines.of(
                                Lines.line("STA", 1),
                                "not json",
                                "",
                                Lines.line("STA", 2).replace("FNL-", "FNL"),
                                Lines.line("STA", 3).replace("\"sequence\":3", "\"sequence\":\"3\""),
                                Lines.line("STA", 4)),
                        Optional.empty())
                .run();
        assertThat(sequences()).containsExactly(1L, 4L);
        assertThat(summary).isEqualTo(new Summary(2, 0, 3));
        assertThat(summary.clean()).isFalse();
        assertThat(refused)
                .satisfiesExactly(
                        second -> assertThat(second).startsWith("line 2,").contains("NOT_JSON"),
                        fourth -> assertThat(fourth).startsWith("line 4,").contains("unit", "INVALID_RSC"),
                        fifth -> assertThat(fifth).startsWith("line 5,").contains("sequence", "WRONG_TYPE"));
    }

    @Test
    void speaksForTheVenueOfTheFirstEventAndRefusesOthers() throws IOException, InterruptedException {
        Summary summary = intake(
                        Lines.of(Lines.line("STA", 1), Lines.line("DEF", 2), Lines.line("STA", 3)), Optional.empty())
                .run();
        assertThat(opened).containsExactly(VenueCode.parse("STA"));
        assertThat(sequences()).containsExactly(1L, 3L);
        assertThat(refused)
                .singleElement()
                .satisfies(
                        sentence -> assertThat(sentence).startsWith("line 2,").contains("WRONG_VENUE", "--venue DEF"));
        assertThat(summary.refused()).isEqualTo(1);
    }

    @Test
    void speaksForTheGivenVenueAlone() throws IOException, InterruptedException {
        intake(Lines.of(Lines.line("STA", 1), Lines.line("DEF", 2)), Optional.of(VenueCode.parse("DEF")))
                .run();
        assertThat(opened).containsExactly(VenueCode.parse("DEF"));
        assertThat(sequences()).containsExactly(2L);
    }

    @Test
    void opensNoAgentWhenNoLineIsAnEvent() throws IOException, InterruptedException {
        Summary summary = intake(Lines.of("{}"), Optional.empty()).run();
        assertThat(opened).isEmpty();
        assertThat(summary).isEqualTo(new Summary(0, 0, 1));
    }

    @Test
    void offersAnEventAgainUntilTheSpoolHasRoom() throws IOException, InterruptedException {
        answers.addAll(List.of(new TakeOutcome.Taken(), FULL, FULL));
        Summary summary = intake(
                        Lines.of(Lines.line("STA", 1), Lines.line("STA", 2), Lines.line("STA", 3)), Optional.empty())
                .run();
        assertThat(sequences()).containsExactly(1L, 2L, 3L);
        assertThat(summary).isEqualTo(new Summary(3, 0, 0));
        assertThat(waits).containsExactly("The spool is full.");
        assertThat(clock.pauses()).containsOnly(Duration.ofMillis(500)).hasSize(2);
    }

    @Test
    void endsWhenTheAgentIsClosed() {
        answers.add(new TakeOutcome.Refused(Taking.Reason.CLOSED, "The spool is closed."));
        Intake intake = intake(Lines.of(Lines.line("STA", 1)), Optional.empty());
        assertThatThrownBy(intake::run).isInstanceOf(InterruptedException.class);
    }

    @Test
    void reportsAnEventThatANoticeReplaced() throws IOException, InterruptedException {
        answers.add(new TakeOutcome.TooLarge("it has 5000000 bytes"));
        Summary summary = intake(Lines.of(Lines.line("STA", 1), Lines.line("STA", 2)), Optional.empty())
                .run();
        assertThat(summary).isEqualTo(new Summary(1, 1, 0));
        assertThat(refused).containsExactly("line 1: TOO_LARGE: it has 5000000 bytes");
    }

    @Test
    void takesALineFromALiveStreamAsSoonAsItEnds() throws IOException, InterruptedException {
        PipedInputStream pipe = new PipedInputStream();
        Intake intake = intake(new EventLines(pipe), Optional.empty());
        Thread thread;
        try (PipedOutputStream timing = new PipedOutputStream(pipe)) {
            thread = Thread.ofPlatform().start(() -> runToItsEnd(intake));
            for (long sequence = 1; sequence <= 3; sequence++) {
                timing.write((Lines.line("STA", sequence) + "\n").getBytes(StandardCharsets.UTF_8));
                timing.flush();
                assertThat(taken.poll(30, TimeUnit.SECONDS)).isNotNull();
            }
        }
        thread.join();
        assertThat(intake.summary()).isEqualTo(new Summary(3, 0, 0));
    }

    private static void runToItsEnd(Intake intake) {
        try {
            intake.run();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void sendsTheResultsDesksEventsToItsOwnTopic() {
        assertThat(Desk.topicOf(VenueCode.parse("DESK")).name()).isEqualTo("desk.events");
        assertThat(Desk.topicOf(VenueCode.parse("STA")).name()).isEqualTo("venue.STA.events");
    }

    private Intake intake(EventLines lines, Optional<VenueCode> venue) {
        Pacer pacer = new Pacer(Speed.AS_THEY_COME, false, Duration.ZERO, clock, clock, left -> {});
        return new Intake(lines, pacer, clock, venue, this::open, new Heard());
    }

    private Taker open(VenueCode venue) {
        opened.add(venue);
        return event -> {
            TakeOutcome answer = answers.isEmpty() ? new TakeOutcome.Taken() : answers.poll();
            if (answer instanceof TakeOutcome.Taken) {
                taken.add(event);
            }
            return answer;
        };
    }

    private List<Long> sequences() {
        return taken.stream().map(VenueEvent::getSequence).toList();
    }

    private final class Heard implements Reporter {

        @Override
        public void refused(String sentence) {
            refused.add(sentence);
        }

        @Override
        public void waiting(String sentence) {
            waits.add(sentence);
        }

        @Override
        public void taken(Summary sofar) {
            assertThat(sofar.taken() + sofar.replaced()).isPositive();
        }
    }
}
