package org.podium.operations.config;

import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One key of a service's configuration.
 *
 * @param name kebab-case, such as {@code podium.kafka.bootstrap-servers}; of a map, the part before the map's own keys
 * @param type of the value, or of each value
 * @param shape how many values
 * @param defaultValue null when there is none
 * @param meaning a sentence
 * @param secret true where no value is printed
 */
record Key(
        String name, Class<?> type, Shape shape, @Nullable String defaultValue, String meaning, boolean secret) {

    enum Shape {
        ONE,
        OPTIONAL,
        LIST,
        MAP
    }

    private static final String ANY = ".*";

    /** SmallRye's other way to write a list, an element a key, is not offered: one form is enough. */
    private static final String ELEMENT = "[*]";

    /** Every key of a mapping, by name. */
    static List<Key> of(Class<?> settings) {
        return ConfigMappings.getProperties(ConfigClass.configClass(settings)).entrySet().stream()
                .filter(entry -> !entry.getValue().isGroup() && !entry.getKey().endsWith(ELEMENT))
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Key::name))
                .toList();
    }

    private static Key of(String path, Property property) {
        Meaning meaning = property.getMethod().getAnnotation(Meaning.class);
        if (meaning == null) {
            throw new IllegalStateException(property.getMethod() + " says no @Meaning: every key needs one");
        }
        String name = path.endsWith(ANY) ? path.substring(0, path.length() - ANY.length()) : path;
        Type type = property.getMethod().getGenericReturnType();
        Shape shape = Shape.ONE;
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            shape = raw == Optional.class ? Shape.OPTIONAL : Map.class.isAssignableFrom(raw) ? Shape.MAP : Shape.LIST;
            Type[] arguments = generic.getActualTypeArguments();
            type = arguments[arguments.length - 1];
        }
        String fallback = property.hasDefaultValue() ? property.getDefaultValue() : null;
        return new Key(name, (Class<?>) type, shape, fallback, meaning.value(), meaning.secret());
    }

    /** True when a property of that name is this key's, or below this key where it is a map. */
    boolean covers(String property) {
        return shape == Shape.MAP ? property.startsWith(name + ".") : property.equals(name);
    }

    boolean required() {
        return defaultValue == null && (shape == Shape.ONE || shape == Shape.LIST);
    }

    /** Of an enum, what its values are called: {@code text, json}. */
    String choices() {
        return Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    /** The name as an environment variable: {@code PODIUM_KAFKA_BOOTSTRAP_SERVERS}. */
    String variable() {
        return variable(name);
    }

    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
