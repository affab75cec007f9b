package org.podium.operations.config;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Values of one origin.
 *
 * @param name as it is called in messages
 * @param ordinal of two sources, the one with the higher ordinal wins
 */
record Source(String name, int ordinal, Map<String, String> values) implements ConfigSource {

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public @Nullable String getValue(String property) {
        return values.get(property);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getOrdinal() {
        return ordinal;
    }
}
