package org.podium.gateway.guard;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys that tokens are checked with (RFC 7517), from a file or a URL. They are read in the background, in
 * time and when a token names a key that is not here; no request waits for it. When they cannot be read, those that are
 * here go on to count: an issuer that is away keeps nobody out who has a token.
 */
public final class SigningKeys implements JWKSource<SecurityContext>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    /** A set of keys of any issuer is some kilobytes. */
    private static final int MOST_BYTES = 1 << 20;

    /** How long keys count as just read: who names unknown ones does not make us ask more often. */
    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private final Source source;
    private final LongSupplier nanos;
    private final ScheduledExecutorService reading = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("signing-keys").daemon().factory());
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile JWKSet keys = new JWKSet();
    private volatile boolean known;
    private volatile long readAtNanos;

    /** Where keys are read. */
    @FunctionalInterface
    interface Source {
        JWKSet read() throws IOException, ParseException;
    }

    SigningKeys(Source source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
    }

    /**
     * Keys at a place, which are read from now on.
     *
     * @param location a file, or a URL
     * @param every how often they are read
     * @param within how long a URL may take to connect, and to send more
     * @param nanos for durations
     */
    public static SigningKeys follow(String location, Duration every, Duration within, LongSupplier nanos) {
        SigningKeys keys = new SigningKeys(source(location, Math.toIntExact(within.toMillis())), nanos);
        var _ = keys.reading.scheduleWithFixedDelay(keys::read, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return keys;
    }

    private static Source source(String location, int withinMillis) {
        if (location.startsWith("http:") || location.startsWith("https:")) {
            DefaultResourceRetriever retriever = new DefaultResourceRetriever(withinMillis, withinMillis, MOST_BYTES);
            return () -> JWKSet.parse(
                    retriever.retrieveResource(URI.create(location).toURL()).getContent());
        }
        return () -> JWKSet.load(Path.of(location).toFile());
    }

    /** Reads the keys. On the reading thread only. */
    void read() {
        asked.set(false);
        try {
            JWKSet read = source.read().toPublicJWKSet();
            if (read.isEmpty()) {
                throw new ParseException("there is no public key in it", 0);
            }
            if (!read.equals(keys)) {
                LOG.atInfo()
                        .addKeyValue(
                                "keys",
                                read.getKeys().stream().map(JWK::getKeyID).toList())
                        .log("Tokens are checked with these keys from now on");
            }
            keys = read;
            readAtNanos = nanos.getAsLong();
            known = true;
        } catch (IOException | ParseException | RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("known", known)
                    .log(
                            "The keys of tokens cannot be read; those that were read before go on to count: {}",
                            e.toString());
        }
    }

    /** True when keys have been read at least once. */
    public boolean known() {
        return known;
    }

    boolean has(String keyId) {
        return keys.getKeyByKeyId(keyId) != null;
    }

    /** True when the keys have just been read; otherwise they are read again soon. */
    boolean fresh() {
        if (known && nanos.getAsLong() - readAtNanos < FRESH_NANOS) {
            return true;
        }
        if (asked.compareAndSet(false, true)) {
            reading.execute(this::read);
        }
        return false;
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        return selector.select(keys);
    }

    @Override
    public void close() {
        reading.shutdownNow();
    }
}
