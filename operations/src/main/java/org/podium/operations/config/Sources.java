package org.podium.operations.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Where values come from, with the names that they have there turned into keys. Collects what is wrong with the names.
 */
final class Sources {

    static final String ROOT = "podium";

    /**
     * Parts of the configuration that some program has. One file may serve them all: a part that this program has no
     * key of is another's and left alone.
     */
    private static final Set<String> SECTIONS = Set.of(
            "access",
            "admin",
            "deploy",
            "gateway",
            "kafka",
            "lab",
            "log",
            "registry",
            "streams",
            "topics",
            "venue",
            "venues");

    private static final int FLAGS = 400;
    private static final int ENVIRONMENT = 300;
    private static final int FILE = 200;

    private final List<Key> keys;
    private final Set<String> ownSections;
    private final List<ConfigSource> sources = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Sources(List<Key> keys) {
        this.keys = keys;
        this.ownSections =
                Set.copyOf(keys.stream().map(key -> section(key.name())).toList());
    }

    List<ConfigSource> sources() {
        return sources;
    }

    List<String> problems() {
        return problems;
    }

    void addFlags(Map<String, String> flags) {
        flags.keySet().forEach(name -> {
            if (!isKnown(name)) {
                problems.add(unknown(name, "--set"));
            }
        });
        sources.add(new Source("--set", FLAGS, Map.copyOf(flags)));
    }

    void addEnvironment(Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        environment.forEach((variable, value) -> keyOf(variable).ifPresent(name -> values.put(name, value)));
        for (String variable : environment.keySet()) {
            boolean own = ownSections.stream()
                    .anyMatch(section -> variable.startsWith(Key.variable(ROOT + "." + section) + "_"));
            if (own && keyOf(variable).isEmpty()) {
                problems.add(unknown(variable, "the environment"));
            }
        }
        sources.add(new Source("the environment", ENVIRONMENT, values));
    }

    void addFile(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            problems.add("--config %s: there is no such file".formatted(file));
        } catch (IOException | IllegalArgumentException e) {
            problems.add("--config %s: cannot be read as a properties file in UTF-8: %s".formatted(file, e));
        }
        Map<String, String> values = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (isKnown(name)) {
                values.put(name, properties.getProperty(name));
            } else if (!isOfAnotherProgram(name)) {
                problems.add(unknown(name, file.toString()));
            }
        }
        sources.add(new Source(file.toString(), FILE, values));
    }

    private boolean isKnown(String name) {
        return keys.stream().anyMatch(key -> key.covers(name));
    }

    private boolean isOfAnotherProgram(String name) {
        String section = section(name);
        return name.startsWith(ROOT + ".") && SECTIONS.contains(section) && !ownSections.contains(section);
    }

    /** A key of its own wins over one below a map: CLIENT_FILE is {@code client-file}, not {@code client.file}. */
    private Optional<String> keyOf(String variable) {
        return keys.stream()
                .filter(key -> key.shape() != Key.Shape.MAP && key.variable().equals(variable))
                .map(Key::name)
                .findFirst()
                .or(() -> belowAMap(variable));
    }

    private Optional<String> belowAMap(String variable) {
        return keys.stream()
                .filter(key -> key.shape() == Key.Shape.MAP && variable.startsWith(key.variable() + "_"))
                .map(key -> key.name() + "."
                        + variable.substring(key.variable().length() + 1)
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'))
                .findFirst();
    }

    /** The part after {@code podium.}: {@code kafka} of {@code podium.kafka.bootstrap-servers}. */
    private static String section(String name) {
        String[] parts = name.split("\\.", -1);
        return parts.length < 2 ? "" : parts[1];
    }

    private static String unknown(String name, String source) {
        return "%s (from %s): there is no such key; --help prints all of them".formatted(name, source);
    }
}
