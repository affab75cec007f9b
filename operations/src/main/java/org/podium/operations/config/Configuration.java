package org.podium.operations.config;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The configuration of one service: an interface whose methods are keys, annotated with SmallRye's
 * {@code @ConfigMapping} (prefix {@code podium}) and {@code @WithDefault} and with {@link Meaning}. Types of values:
 * {@link Duration} ({@code 20ms}, {@code 14d}), {@link ByteSize}, {@link Port}, whatever else SmallRye converts, such
 * as enums and types with a public constructor or a {@code parse} method that takes a text; {@code Optional},
 * {@code List} and {@code Map} of them; nested interfaces. Loaded once and immutable.
 *
 * <p>A value is looked for in {@code --set KEY=VALUE}, then in the environment ({@code podium.log.level} is
 * {@code PODIUM_LOG_LEVEL}; below a map's key, {@code _} stands for a dot), then in the properties file of
 * {@code --config}, then it is the default.
 *
 * @param settings the typed values
 * @param values what each key is, in the order of their names; secrets are masked
 */
public record Configuration<T>(T settings, Map<String, String> values) {

    private static final String MASK = "******";

    /** Converters of the library are at 100 and below. */
    private static final int OVER_THE_LIBRARY = 200;

    /**
     * Loads a service's configuration.
     *
     * @throws InvalidConfigurationException when it has problems, with all of them
     */
    public static <T> Configuration<T> load(
            Class<T> settings, ConfigurationOptions options, Map<String, String> environment) {
        return load(settings, options, environment, loaded -> List.of());
    }

    /**
     * Loads a service's configuration and checks what values say together.
     *
     * @param rules what is wrong with values that are right each for itself; one sentence a problem, with the keys'
     *     names
     * @throws InvalidConfigurationException when it has problems, with all of them
     */
    public static <T> Configuration<T> load(
            Class<T> settings,
            ConfigurationOptions options,
            Map<String, String> environment,
            Function<T, List<String>> rules) {
        List<Key> keys = Key.of(settings);
        Sources sources = new Sources(keys);
        sources.addFlags(options.values());
        sources.addEnvironment(environment);
        options.file().ifPresent(sources::addFile);
        List<String> problems = new ArrayList<>(sources.problems());

        SmallRyeConfig config = builder(sources).build();
        Map<String, String> values = new TreeMap<>();
        keys.forEach(key -> namesOf(key, config).forEach(name -> check(key, name, config, values, problems)));
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems);
        }
        T loaded = builder(sources).withMapping(settings).build().getConfigMapping(settings);
        List<String> broken = rules.apply(loaded);
        if (!broken.isEmpty()) {
            throw new InvalidConfigurationException(broken);
        }
        return new Configuration<>(loaded, Collections.unmodifiableMap(values));
    }

    private static SmallRyeConfigBuilder builder(Sources sources) {
        return new SmallRyeConfigBuilder()
                .withSources(sources.sources())
                .withConverter(Duration.class, OVER_THE_LIBRARY, new DurationText());
    }

    private static List<String> namesOf(Key key, SmallRyeConfig config) {
        if (key.shape() != Key.Shape.MAP) {
            return List.of(key.name());
        }
        List<String> names = new ArrayList<>();
        config.getPropertyNames().forEach(name -> {
            if (key.covers(name)) {
                names.add(name);
            }
        });
        return names;
    }

    private static void check(
            Key key, String name, SmallRyeConfig config, Map<String, String> values, List<String> problems) {
        ConfigValue given = config.getConfigValue(name);
        String text = given.getValue() == null ? key.defaultValue() : given.getValue();
        if (text == null || text.isEmpty()) {
            if (key.required()) {
                problems.add("%s: has to be set: %s".formatted(name, key.meaning()));
            }
            return;
        }
        String shown = key.secret() ? MASK : text;
        values.put(name, shown);
        List<String> parts = key.shape() == Key.Shape.LIST ? List.of(text.split(",", -1)) : List.of(text);
        for (String part : parts) {
            try {
                if (config.requireConverter(key.type()).convert(part) == null) {
                    throw new NoSuchElementException("must not be empty");
                }
            } catch (IllegalArgumentException | NoSuchElementException e) {
                String source = given.getValue() == null ? "the defaults" : given.getConfigSourceName();
                String reason = key.secret() ? "not a " + key.type().getSimpleName() : reason(e, key);
                problems.add("%s = %s (from %s): %s".formatted(name, shown, source, reason));
            }
        }
    }

    private static String reason(RuntimeException thrown, Key key) {
        if (key.type().isEnum()) {
            return "has to be one of " + key.choices();
        }
        Throwable reason = thrown;
        while (reason.getCause() != null && isWrapper(reason, reason.getCause())) {
            reason = reason.getCause();
        }
        return reason.getMessage() == null
                ? reason.toString()
                : reason.getMessage().replaceFirst("^SRCFG\\d+: ", "");
    }

    private static boolean isWrapper(Throwable thrown, Throwable cause) {
        String message = thrown.getMessage();
        return message == null || message.startsWith("SRCFG") || message.equals(cause.toString());
    }

    /** Every key with its default and its meaning, for {@code --help}. */
    public static String help(Class<?> settings) {
        StringBuilder text = new StringBuilder();
        for (Key key : Key.of(settings)) {
            text.append("  ").append(key.name());
            if (key.shape() == Key.Shape.MAP) {
                text.append(".*");
            }
            if (key.defaultValue() != null) {
                text.append(" = ").append(key.defaultValue());
            } else if (key.required()) {
                text.append(" (has to be set)");
            }
            text.append("\n      ").append(key.meaning());
            if (key.type().isEnum()) {
                text.append(": ").append(key.choices());
            }
            text.append('\n');
        }
        return text.toString();
    }
}
