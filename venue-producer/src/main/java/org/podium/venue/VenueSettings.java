package org.podium.venue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.podium.model.id.VenueCode;
import org.podium.operations.config.ByteSize;
import org.podium.operations.config.Meaning;
import org.podium.operations.endpoint.EndpointSettings;
import org.podium.operations.kafka.KafkaSettings;
import org.podium.operations.kafka.RegistrySettings;
import org.podium.operations.run.LogSettings;
import org.podium.venue.spool.SpoolSettings;
import org.podium.venue.spool.Sync;

/** Configuration of {@code podium venue}. */
@ConfigMapping(prefix = "podium")
interface VenueSettings {

    KafkaSettings kafka();

    RegistrySettings registry();

    EndpointSettings admin();

    LogSettings log();

    Venue venue();

    /** What is the venue's own: {@code podium.venue.*}. */
    interface Venue {

        @Meaning("Code of the venue that is spoken for, DESK for the results desk; empty: that of the first event")
        Optional<VenueCode> code();

        @Meaning("File or named pipe that the agent reads events from; - is standard input")
        @WithDefault("-")
        String input();

        @Meaning("How long events may wait for Kafka before the agent says that it is not ready")
        @WithDefault("5s")
        Duration stallLimit();

        Spool spool();
    }

    /** Where events are kept until Kafka has acknowledged them: {@code podium.venue.spool.*}. */
    interface Spool {

        @Meaning("Directory of the spool, a local disk; empty: .podium/spool/VENUE in the home directory")
        Optional<Path> directory();

        @Meaning("Most bytes that wait; at the bound the agent stops reading. 1 GiB is a day of the busiest venue")
        @WithDefault("1GiB")
        ByteSize maxBytes();

        @Meaning("When an event counts as taken: on the disk, or with the operating system, which a power cut undoes")
        @WithDefault("every-record")
        Sync sync();
    }

    /**
     * A spool.
     *
     * @param name of its directory, unless the settings have one
     */
    static SpoolSettings spool(Venue venue, String name, String topic) {
        Path directory = venue.spool()
                .directory()
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".podium", "spool", name));
        return new SpoolSettings(
                directory,
                topic,
                venue.spool().maxBytes().bytes(),
                venue.spool().sync());
    }
}
