package org.podium.operations.run;

import io.smallrye.config.WithDefault;
import org.podium.operations.config.Meaning;

/** Logging, on standard error: {@code podium.log.*}. */
public interface LogSettings {

    /** What a line of the log is. */
    enum Format {
        /** Key/value text, for people. */
        TEXT,
        /** One JSON object a line, in the Elastic Common Schema. */
        JSON
    }

    /** How much is logged of the project's own classes; Kafka's are logged from WARN on. */
    enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }

    @Meaning("What a line of the log is")
    @WithDefault("text")
    Format format();

    @Meaning("How much is logged; payloads are logged at trace only")
    @WithDefault("info")
    Level level();
}
