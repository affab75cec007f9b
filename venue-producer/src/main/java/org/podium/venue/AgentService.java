package org.podium.venue;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.podium.model.id.VenueCode;
import org.podium.operations.endpoint.AdminEndpoint;
import org.podium.operations.endpoint.Checks;
import org.podium.operations.endpoint.Checks.Check;
import org.podium.operations.endpoint.Meters;
import org.podium.operations.run.ExitCode;
import org.podium.operations.run.Running;
import org.podium.venue.intake.Intake;
import org.podium.venue.intake.Pacer;
import org.podium.venue.intake.Speed;
import org.podium.venue.intake.Summary;
import org.podium.venue.ndjson.EventLines;
import org.podium.venue.publish.VenueAgent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code podium venue agent}: sends what comes until it is told to stop. When its input ends, it stops once Kafka has
 * everything.
 */
final class AgentService {

    private static final Logger LOG = LoggerFactory.getLogger(AgentService.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private AgentService() {}

    static void start(VenueSettings settings, Running running) throws IOException {
        VenueCode code = settings.venue().code().orElseThrow();
        Meters meters = running.opened("meters", new Meters("venue"));
        VenueAgent agent = running.opened("agent", Agents.start(settings, code, count -> {}));
        EventLines lines = new EventLines(Input.open(settings.venue().input()));
        Pacer pacer =
                new Pacer(Speed.AS_THEY_COME, false, Duration.ZERO, InstantSource.system(), Thread::sleep, left -> {});
        Intake intake = new Intake(
                lines, pacer, Thread::sleep, settings.venue().code(), speaker -> agent::take, new LogReporter());
        VenueMeters.register(meters.registry(), agent, intake);
        Checks readiness = new Checks();
        readiness.add("kafka", () -> acknowledges(agent, settings.venue().stallLimit()));
        running.opened("admin", AdminEndpoint.start(settings.admin(), new Checks(), readiness, meters));
        Thread.ofPlatform().daemon().name("intake").start(() -> takeAll(intake, agent, running));
    }

    private static Check acknowledges(VenueAgent agent, Duration limit) {
        String words = "%d events wait%s"
                .formatted(
                        agent.waiting(),
                        agent.problem().map(problem -> ": " + problem).orElse(""));
        return agent.stalledFor().compareTo(limit) > 0 ? Check.failed(words) : Check.passed(words);
    }

    private static void takeAll(Intake intake, VenueAgent agent, Running running) {
        try {
            Summary summary = intake.run();
            LOG.atInfo()
                    .addKeyValue("taken", summary.taken())
                    .addKeyValue("refused", summary.refused())
                    .addKeyValue("waiting", agent.waiting())
                    .log("the input has ended; the agent stops once Kafka has everything");
            while (!agent.flush(BETWEEN_LOOKS)) {
                LOG.atWarn().addKeyValue("waiting", agent.waiting()).log("events wait for Kafka");
            }
            running.stop();
        } catch (IOException e) {
            running.stopBecause(ExitCode.CANNOT_START, "the input cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the agent was closed: the program ends
        }
    }

    private static final class LogReporter implements Intake.Reporter {

        @Override
        public void refused(String sentence) {
            LOG.atWarn().addKeyValue("problem", sentence).log("refused");
        }

        @Override
        public void waiting(String sentence) {
            LOG.atError().addKeyValue("problem", sentence).log("nothing more can be taken; the input waits");
        }

        @Override
        public void taken(Summary sofar) {}
    }
}
