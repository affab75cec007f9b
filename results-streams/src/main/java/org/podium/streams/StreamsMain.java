package org.podium.streams;

import org.podium.operations.endpoint.AdminEndpoint;
import org.podium.operations.endpoint.Checks;
import org.podium.operations.endpoint.Meters;
import org.podium.operations.run.Running;
import org.podium.operations.run.ServiceCommand;

/** {@code podium streams}: an instance of the topology as a process. */
public final class StreamsMain {

    private StreamsMain() {}

    public static void main(String[] arguments) {
        ServiceCommand.of("streams", "Validates, ranks and publishes.", StreamsSettings.class, StreamsSettings::log)
                .main(StreamsMain::start, arguments);
    }

    private static void start(StreamsSettings settings, Running running) {
        Meters meters = running.opened("meters", new Meters("streams"));
        ResultsStreams streams = running.opened("streams", new ResultsStreams(settings, meters.registry()));
        Checks health = new Checks();
        Checks readiness = new Checks();
        health.add("threads", streams::alive);
        readiness.add("running", streams::running);
        running.opened("admin", AdminEndpoint.start(settings.admin(), health, readiness, meters));
        streams.start();
    }
}
