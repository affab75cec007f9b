package org.podium.streams.topology;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.podium.model.serde.Decoded;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.serde.WireDecoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads messages, and waits for a registry that is away. Only a schema id that this process has not seen needs the
 * registry, so that nearly every record is read without it. To reject one because the registry is away would lose it;
 * so its thread waits (ADR 0012).
 */
final class PatientReader<T extends SpecificRecord> {

    private static final Logger log = LoggerFactory.getLogger(PatientReader.class);

    /** Between two questions to a registry that is away. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** How time passes between two tries. */
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    private final WireDecoder<T> decoder;
    private final Duration patience;
    private final Pause pause;

    PatientReader(WireDecoder<T> decoder, Duration patience) {
        this(decoder, patience, duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos()));
    }

    PatientReader(WireDecoder<T> decoder, Duration patience, Pause pause) {
        this.decoder = decoder;
        this.patience = patience;
        this.pause = pause;
    }

    /**
     * The message, or why the bytes are none.
     *
     * @param position where they were read, for the log
     * @throws SchemaRegistry.RegistryUnavailableException when the registry was away for too long
     */
    Decoded<T> read(byte @Nullable [] bytes, String position) {
        if (bytes == null) {
            return new Decoded.Failure<>(Decoded.Reason.NOT_AVRO, "a record without a value; send a message in it");
        }
        Duration waited = Duration.ZERO;
        while (true) {
            try {
                return decoder.decode(bytes);
            } catch (SchemaRegistry.RegistryUnavailableException e) {
                if (waited.compareTo(patience) >= 0) {
                    throw e;
                }
                if (waited.isZero()) {
                    log.atWarn()
                            .addKeyValue("position", position)
                            .addKeyValue("registry", e.getMessage())
                            .log("waits for the registry: a record has a schema id that was not seen before");
                }
                waited = waited.plus(PAUSE);
                rest(e);
            }
        }
    }

    private void rest(SchemaRegistry.RegistryUnavailableException away) {
        try {
            pause.of(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }
}
