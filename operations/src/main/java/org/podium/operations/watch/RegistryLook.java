package org.podium.operations.watch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.podium.operations.kafka.RegistrySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the schema registry for the names of its schemas, as whoever needs one would. */
final class RegistryLook implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RegistryLook.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final HttpRequest request;

    RegistryLook(RegistrySettings settings) {
        request = HttpRequest.newBuilder(URI.create(settings.address() + "/subjects"))
                .timeout(LIMIT)
                .build();
    }

    /** Whether it answers now. */
    boolean answers() throws InterruptedException {
        try {
            HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
            if (response.statusCode() == 200) {
                return true;
            }
            log.atWarn().addKeyValue("status", response.statusCode()).log("the schema registry refuses");
        } catch (IOException e) {
            log.atWarn().addKeyValue("reason", e.toString()).log("the schema registry did not answer");
        }
        return false;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
