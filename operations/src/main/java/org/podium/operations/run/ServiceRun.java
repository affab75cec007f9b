package org.podium.operations.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.podium.operations.config.Configuration;
import org.podium.operations.config.ConfigurationOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One run of a service, from its options to its end. */
@Command
final class ServiceRun<T> implements Callable<Integer> {

    /** Orchestrators kill after ten seconds and more; leaving a Kafka group in order takes about one. */
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(8);

    @Mixin
    private final ConfigurationOptions options = new ConfigurationOptions();

    private final String name;
    private final Class<T> settings;
    private final Function<T, LogSettings> logSettings;
    private final Function<T, List<String>> rules;
    private final Map<String, String> environment;
    private final Service<T> service;
    private final Running running;

    ServiceRun(
            String name,
            Class<T> settings,
            Function<T, LogSettings> logSettings,
            Function<T, List<String>> rules,
            Map<String, String> environment,
            Service<T> service,
            Running running) {
        this.name = name;
        this.settings = settings;
        this.logSettings = logSettings;
        this.rules = rules;
        this.environment = environment;
        this.service = service;
        this.running = running;
    }

    @Override
    public Integer call() throws Exception {
        Configuration<T> configuration = Configuration.load(settings, options, environment, rules);
        Logs.setUp(logSettings.apply(configuration.settings()));
        Logger log = LoggerFactory.getLogger(ServiceRun.class);
        log.atInfo()
                .addKeyValue("service", name)
                .addKeyValue("configuration", configuration.values())
                .log("starting");
        try {
            service.start(configuration.settings(), running);
            log.atInfo().addKeyValue("service", name).log("running");
            running.awaitStop();
        } finally {
            if (!running.close(TIME_TO_CLOSE)) {
                running.stopBecause(ExitCode.STOPPED_LATE, "not everything was closed within " + TIME_TO_CLOSE, null);
            }
        }
        log.atInfo().addKeyValue("service", name).log("stopped");
        return running.exitCode().status();
    }
}
