package org.podium.model.serde;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/**
 * The schemas that were released, each as one file with everything that it needs:
 * {@code src/main/resources/schemas/released/<Record>/<version>.avsc}. They are packed into the module's jar, for
 * whoever reads the topics without this project's classes.
 */
final class ReleasedSchemas {

    private static final Path DIRECTORY = Path.of("src", "main", "resources", "schemas", "released");
    private static final String SUFFIX = ".avsc";

    private ReleasedSchemas() {}

    /** Texts of all released versions of the record, by version. */
    static NavigableMap<Integer, String> of(Schema schema) {
        NavigableMap<Integer, String> versions = new TreeMap<>();
        Path directory = DIRECTORY.resolve(schema.getName());
        if (!Files.isDirectory(directory)) {
            return versions;
        }
        try (var files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                versions.put(
                        Integer.valueOf(name.substring(0, name.length() - SUFFIX.length())), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }

    /** The text of a schema as it is kept. */
    static String text(Schema schema) {
        return SchemaFormatter.getInstance("json/pretty").format(schema) + "\n";
    }

    /** Keeps the schema as the next version of its record. */
    static void release(Schema schema) {
        NavigableMap<Integer, String> versions = of(schema);
        int next = versions.isEmpty() ? 1 : versions.lastKey() + 1;
        Path file = DIRECTORY.resolve(schema.getName()).resolve(next + SUFFIX);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
