package org.podium.lab.containers;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.testcontainers.utility.DockerImageName;

/**
 * Names of the images: those of the deployment, unless {@code -Dpodium.image.kafka=NAME} and the like say otherwise.
 */
final class Images {

    /** The module's directory is where Maven runs tests. */
    static final Path DOCKER = Path.of("..", "docker").toAbsolutePath().normalize();

    private Images() {}

    static DockerImageName kafka() {
        return DockerImageName.parse(name("kafka", "KAFKA_IMAGE")).asCompatibleSubstituteFor("apache/kafka");
    }

    static DockerImageName registry() {
        return DockerImageName.parse(name("registry", "REGISTRY_IMAGE"));
    }

    static DockerImageName podium() {
        return DockerImageName.parse(name("podium", "PODIUM_IMAGE"));
    }

    private static String name(String image, String variable) {
        String chosen = System.getProperty("podium.image." + image);
        return chosen != null ? chosen : setting(variable);
    }

    /** A setting of the deployment. */
    static String setting(String name) {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(DOCKER.resolve(".env"))) {
            settings.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.getProperty(name);
    }
}
