package org.podium.model.serde;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.podium.model.serde.SchemaRegistry.IncompatibleSchemaException;
import org.podium.model.serde.SchemaRegistry.RegistryUnavailableException;
import org.podium.model.serde.SchemaRegistry.UnknownSchemaException;
import org.podium.model.wire.Component;

/**
 * What is made of a registry's answers, and of none. The answers are those that Apicurio Registry 3.3.3 gave; that all
 * of it works with that registry is tested in integration-lab.
 */
class ConfluentSchemaRegistryTest {

    @Test
    void anIdThatTheRegistryDoesNotKnowIsUnknown() throws IOException {
        answering(
                404,
                "{\"message\":\"Schema 9 not found.\",\"error_code\":40403}",
                registry -> assertThatExceptionOfType(UnknownSchemaException.class)
                        .isThrownBy(() -> registry.schemaOf(9))
                        .withMessageContaining("Schema 9 not found"));
    }

    @Test
    void aSchemaThatIsNotRegisteredIsUnknown() throws IOException {
        answering(
                404,
                "{\"message\":\"Subject not found.\",\"error_code\":40401}",
                registry -> assertThatExceptionOfType(UnknownSchemaException.class)
                        .isThrownBy(() -> registry.idOf(Component.getClassSchema())));
    }

    @Test
    void aPageThatIsNotFoundIsNoWordOfARegistry() throws IOException {
        answering(
                404,
                "{\"title\":\"Not found\",\"status\":404}",
                registry -> assertThatExceptionOfType(RegistryUnavailableException.class)
                        .isThrownBy(() -> registry.schemaOf(1))
                        .withMessageContaining("HTTP status 404")
                        .withMessageContaining("Check the address"));
    }

    @Test
    void aRegistryInTroubleIsUnavailable() throws IOException {
        answering(
                500,
                "{\"message\":\"No database.\",\"error_code\":50001}",
                registry -> assertThatExceptionOfType(RegistryUnavailableException.class)
                        .isThrownBy(() -> registry.schemaOf(1)));
    }

    @Test
    void aCredentialThatIsRefusedDoesNotMakeRecordsUnreadable() throws IOException {
        answering(
                401,
                "{\"message\":\"Who are you?\",\"error_code\":401}",
                registry -> assertThatExceptionOfType(RegistryUnavailableException.class)
                        .isThrownBy(() -> registry.schemaOf(1)));
    }

    @Test
    void aConflictIsAnIncompatibleSchema() throws IOException {
        answering(
                409,
                "{\"message\":\"Incompatible artifact.\",\"error_code\":409}",
                registry -> assertThatExceptionOfType(IncompatibleSchemaException.class)
                        .isThrownBy(() -> registry.register(Component.getClassSchema()))
                        .withMessageContaining("Incompatible artifact"));
    }

    @Test
    void aSchemaOfAnotherKindIsUnknown() throws IOException {
        answering(
                200,
                "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}",
                registry -> assertThatExceptionOfType(UnknownSchemaException.class)
                        .isThrownBy(() -> registry.schemaOf(1))
                        .withMessageContaining("type JSON, not Avro"));
    }

    @Test
    void aSchemaThatIsNoAvroIsUnknown() throws IOException {
        answering(
                200,
                "{\"schema\":\"{}\"}",
                registry -> assertThatExceptionOfType(UnknownSchemaException.class)
                        .isThrownBy(() -> registry.schemaOf(1))
                        .withMessageContaining("cannot be read as Avro"));
    }

    @Test
    void nobodyListeningIsUnavailable() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (ConfluentSchemaRegistry registry = new ConfluentSchemaRegistry(nobody)) {
            assertThatExceptionOfType(RegistryUnavailableException.class)
                    .isThrownBy(() -> registry.schemaOf(1))
                    .withMessageContaining("Connection refused");
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void aRegistryThatTakesTheCallAndStaysSilentIsUnavailable() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ConfluentSchemaRegistry registry =
                        new ConfluentSchemaRegistry(URI.create("http://127.0.0.1:" + silent.getLocalPort()))) {
            assertThatExceptionOfType(RegistryUnavailableException.class)
                    .isThrownBy(() -> registry.schemaOf(1))
                    .withMessageContaining("timed out");
        }
    }

    private interface Question {
        void askedOf(ConfluentSchemaRegistry registry);
    }

    private static void answering(int status, String body, Question question) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (ConfluentSchemaRegistry registry = new ConfluentSchemaRegistry(address)) {
            question.askedOf(registry);
        } finally {
            server.stop(0);
        }
    }
}
