package org.podium.operations.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * The properties that brokers and controllers of a deployment share, from {@code broker.properties} and
 * {@code controller.properties} beside this class, which give the reason of each. Every call returns a new object that
 * the caller may add to: addresses, listeners, credentials and directories are the deployment's own.
 */
public final class ServerProperties {

    private ServerProperties() {}

    /** Of every broker. */
    public static Properties broker() {
        return read("broker.properties");
    }

    /** Of every controller. */
    public static Properties controller() {
        return read("controller.properties");
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream file = Objects.requireNonNull(ServerProperties.class.getResourceAsStream(name), name)) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is part of this build and cannot be read", e);
        }
        return properties;
    }
}
