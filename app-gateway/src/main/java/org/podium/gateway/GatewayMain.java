package org.podium.gateway;

import org.podium.operations.endpoint.AdminEndpoint;
import org.podium.operations.endpoint.Checks;
import org.podium.operations.endpoint.Meters;
import org.podium.operations.run.Running;
import org.podium.operations.run.ServiceCommand;

/** {@code podium gateway}: a gateway as a process. */
public final class GatewayMain {

    private GatewayMain() {}

    public static void main(String[] arguments) {
        ServiceCommand.of(
                        "gateway",
                        "Serves results to apps and media: REST, streams and the live page.",
                        GatewaySettings.class,
                        GatewaySettings::log)
                .withRules(GatewayRules::broken)
                .main(GatewayMain::start, arguments);
    }

    private static void start(GatewaySettings settings, Running running) {
        Meters meters = running.opened("meters", new Meters("gateway"));
        ResultsGateway gateway = new ResultsGateway(settings, meters.registry());
        Checks health = new Checks();
        Checks readiness = new Checks();
        health.add("follows", gateway::follows);
        readiness.add("caught-up", gateway::caughtUp);
        readiness.add("keys", gateway::knowsKeys);
        // What is opened last is closed first: readiness tells that the gateway leaves while it says goodbye.
        running.opened("admin", AdminEndpoint.start(settings.admin(), health, readiness, meters));
        running.opened("gateway", gateway);
        gateway.start();
    }
}
