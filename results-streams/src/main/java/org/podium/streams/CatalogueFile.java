package org.podium.streams;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.podium.operations.run.ExitCode;
import org.podium.operations.run.StartException;
import org.podium.streams.catalogue.Catalogue;
import org.podium.streams.catalogue.CatalogueReading;

/** A catalogue of disciplines in a file. */
final class CatalogueFile {

    private CatalogueFile() {}

    /**
     * The catalogue.
     *
     * @throws StartException when the file cannot be read or is refused, with every problem
     */
    static Catalogue read(Path file) {
        return switch (Catalogue.read(text(file))) {
            case CatalogueReading.Read(Catalogue catalogue) -> catalogue;
            case CatalogueReading.Refused refused ->
                throw new StartException(
                        ExitCode.CONFIGURATION,
                        "the catalogue %s has problems, and nothing of it is used:\n  %s"
                                .formatted(file, String.join("\n  ", refused.problems())));
        };
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new StartException(ExitCode.CONFIGURATION, "there is no catalogue " + file, e);
        } catch (CharacterCodingException e) {
            throw new StartException(ExitCode.CONFIGURATION, "the catalogue %s is not UTF-8".formatted(file), e);
        } catch (IOException e) {
            throw new StartException(
                    ExitCode.CONFIGURATION, "the catalogue %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
