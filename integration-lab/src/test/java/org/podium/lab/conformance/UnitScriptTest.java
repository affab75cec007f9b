package org.podium.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.podium.streams.catalogue.Catalogue;

/** What goes in does not depend on what is compared. */
class UnitScriptTest {

    private static final Path RACES = Path.of("src", "test", "resources", "conformance", "races.csv");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void isTheSameWhateverTheOrderOfRowsAndTheRanks() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(RACES));
        String header = lines.removeFirst();
        List<String> otherRanks = new ArrayList<>(lines.stream()
                .map(line -> line.replaceAll(",[1-4]\\.0,", ",9.0,"))
                .toList());
        Collections.reverse(otherRanks);
        assertThat(scripts(header, otherRanks)).containsExactlyInAnyOrderElementsOf(scripts(header, lines));
    }

    private List<UnitScript> scripts(String header, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(rows);
        lines.addFirst(header);
        Files.write(directory.resolve("some.csv"), lines);
        List<PublishedUnit> units = new Conformance(Catalogue.bundled()).read(directory);
        assertThat(units).isNotEmpty().allMatch(unit -> unit.problems().isEmpty());
        return units.stream().map(unit -> UnitScript.of(unit, List.of())).toList();
    }
}
