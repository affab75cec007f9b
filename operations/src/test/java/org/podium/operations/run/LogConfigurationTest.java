package org.podium.operations.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.stream.IntStream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogConfigurationTest {

    /** A volunteer at a venue has to see the line that says what to do. */
    @ParameterizedTest
    @CsvSource({
        "org.apache.kafka.clients.NetworkClient, WARN, a broker is away",
        "org.apache.kafka.clients.Metadata, ERROR, a credential may not do that"
    })
    void saysWhatAClientTriesAgainAllTheTimeAFewTimesOnly(String logger, String level, String message)
            throws URISyntaxException {
        URI file = requireNonNull(getClass().getResource("/log4j2.xml")).toURI();
        try (LoggerContext context = new LoggerContext("saying", null, file)) {
            context.start();
            LoggerConfig configured = context.getConfiguration().getLoggerConfig(logger);

            assertThat(IntStream.range(0, 100)
                            .filter(_ -> !configured.isFiltered(event(logger, Level.valueOf(level), message))))
                    .as("lines of a hundred")
                    .hasSizeBetween(1, 4);
        }
    }

    private static Log4jLogEvent event(String logger, Level level, String message) {
        return Log4jLogEvent.newBuilder()
                .setLoggerName(logger)
                .setLevel(level)
                .setMessage(new SimpleMessage(message))
                .build();
    }
}
