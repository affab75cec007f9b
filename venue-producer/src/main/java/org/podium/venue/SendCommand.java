package org.podium.venue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.VenueCode;
import org.podium.operations.run.ExitCode;
import org.podium.venue.intake.Intake;
import org.podium.venue.intake.Pacer;
import org.podium.venue.intake.Speed;
import org.podium.venue.intake.Summary;
import org.podium.venue.ndjson.EventLines;
import org.podium.venue.publish.VenueAgent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podium venue send}: sends a file of events, or what comes on standard input. */
@Command(
        name = "send",
        description = {
            "Send venue events, one JSON object a line (docs/venue-events.md).",
            "A line that is no event is reported with its number and does not stop the rest.",
            "Exit status: 0 all sent; 1 some lines were not; 64 and over: nothing is wrong with the lines, see the last"
                    + " line on standard error. What was taken stays in the spool until Kafka has it."
        })
final class SendCommand implements Callable<Integer> {

    /** What comes of a replay goes through the same feed and gateways as what is live: it has to leave them room. */
    private static final Duration BETWEEN_REPLAYED = Duration.ofMillis(10);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Parameters(paramLabel = "FILE", description = "Events, one a line; - is standard input, which is followed live.")
    private String file = "-";

    @Option(
            names = "--speed",
            paramLabel = "SPEED",
            defaultValue = "as-they-come",
            description =
                    "1, 10, 0.5: so many times as fast as the events' venue times; max or as-they-come: each at once."
                            + " Default: ${DEFAULT-VALUE}.")
    private Speed speed = Speed.AS_THEY_COME;

    @Option(names = "--shift-to-now", description = "Give each event the moment at which it is sent as its venue time.")
    private boolean shiftToNow;

    @Option(
            names = "--venue",
            paramLabel = "CODE",
            description =
                    "Venue to speak for, DESK for the results desk; lines of others are refused. Default: that of the"
                            + " first event.")
    private @Nullable VenueCode venue;

    @Option(
            names = "--replay",
            description =
                    "The units are over: their events go to a topic of their own (replay.events), whose records wait"
                            + " until none is live, at most a hundred a second.")
    private boolean replay;

    @Option(
            names = "--spool",
            paramLabel = "DIR",
            description = "Where events wait for Kafka. Default: .podium/spool/VENUE in the home directory, of a replay"
                    + " .podium/spool/replay-VENUE.")
    private @Nullable Path spool;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait at the end for Kafka to acknowledge. Default: ${DEFAULT-VALUE}.")
    private long waitSeconds;

    private @Nullable VenueAgent agent;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        VenueSettings settings = cluster.load(keys());
        Progress progress = new Progress(err, () -> agent);
        try (EventLines lines = new EventLines(Input.open(file))) {
            Optional<VenueCode> code = settings.venue().code();
            if (code.isPresent()) {
                open(settings, code.get());
            }
            Duration between = replay ? BETWEEN_REPLAYED : Duration.ZERO;
            Pacer pacer = new Pacer(speed, shiftToNow, between, InstantSource.system(), Thread::sleep, progress::pause);
            Intake intake =
                    new Intake(lines, pacer, Thread::sleep, code, speaker -> open(settings, speaker)::take, progress);
            return end(intake.run(), progress).status();
        } finally {
            if (agent != null) {
                agent.close();
            }
        }
    }

    private Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        if (venue != null) {
            keys.put("podium.venue.code", venue.toString());
        }
        if (spool != null) {
            keys.put("podium.venue.spool.directory", spool.toString());
        }
        return keys;
    }

    private VenueAgent open(VenueSettings settings, VenueCode speaker) {
        VenueAgent open = agent;
        if (open == null) {
            open = replay
                    ? Agents.startReplay(settings, speaker, count -> {})
                    : Agents.start(settings, speaker, count -> {});
            agent = open;
        }
        return open;
    }

    private ExitCode end(Summary summary, Progress progress) throws InterruptedException {
        boolean arrived = agent == null || progress.await(agent, Duration.ofSeconds(waitSeconds));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println("%d sent, %d acknowledged, %d lines refused, %d replaced by a notice"
                .formatted(
                        summary.taken(),
                        agent == null ? 0 : agent.acknowledged(),
                        summary.refused(),
                        summary.replaced()));
        if (!arrived) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "podium venue send: %d events are not acknowledged by Kafka: %s. They are safe in the spool; when that is mended, run the same command with /dev/null as FILE and --venue"
                                    .formatted(
                                            Objects.requireNonNull(agent).waiting(),
                                            agent.problem()
                                                    .orElse(
                                                            "nothing came back; check that Kafka runs, and --bootstrap-servers")));
            return ExitCode.UNAVAILABLE;
        }
        return summary.clean() ? ExitCode.OK : ExitCode.NO;
    }
}
