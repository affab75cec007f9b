package org.podium.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command on small files of real results, and on the real files where they are. */
class ConformanceCommandTest {

    private static final Path FILES = Path.of("src", "test", "resources", "conformance");
    private static final Path SHARED = Path.of("..", "..", "shared", "data");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void copyFiles() throws IOException {
        for (String name : List.of("races.csv", "matches.csv", "lifts.csv", "totals.csv", "championships.json")) {
            Files.copy(FILES.resolve(name), directory.resolve(name));
        }
    }

    private int run(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return new CommandLine(new ConformanceCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(texts);
    }

    @Test
    void printsATableByDiscipline() {
        assertThat(run(directory)).isZero();
        assertThat(table())
                .containsExactly(
                        "Discipline units exact ties differ wrong undecidable unpublished",
                        "26th European Athletics Championships 3 1 0 0 2 0",
                        "Athletics 2 1 0 0 1 0",
                        "Badminton 1 1 0 0 0 0",
                        "Cycling BMX Racing 1 1 0 0 0 0",
                        "Cycling Track 2 1 0 0 1 0",
                        "Equestrian 1 0 0 0 0 1",
                        "Football 2 1 0 0 1 0",
                        "Swimming 1 1 0 0 0 0",
                        "Tennis 1 1 0 0 0 0",
                        "Weightlifting 1 1 0 0 0 0",
                        "Weightlifting, attempts 1 1 0 0 0 0",
                        "Wrestling 1 0 0 0 1 0",
                        "All 17 10 0 0 6 1");
    }

    @Test
    void saysOfEachUndecidableUnitWhatIsNotInTheFile() {
        run(directory);
        assertThat(out.toString())
                .containsSubsequence(
                        "Cannot be decided from this data:",
                        "the row of a competitor is missing: nobody in the file has rank [2]",
                        "equal in the file, decided by failed attempts: 5.00 (ranks 1 and 2)",
                        "equal in the file, decided by a shoot-out or the judges' decision: 1",
                        "won with the lower score: a fall, an injury or a caution is not in the file",
                        "equal in the file, decided by thousandths or the photo finish: 9.79 (ranks 1 and 2)",
                        "no marks in the file");
    }

    @Test
    void exitsWithOneWhenAUnitIsWrongAndNamesEachDifference() throws IOException {
        change("races.csv", "THOMPSON Kishane,Person,JAM,2.0,9.79", "THOMPSON Kishane,Person,JAM,2.0,9.80");
        change("races.csv", "KERLEY Fred,Person,USA,3.0,9.81", "KERLEY Fred,Person,USA,3.0,9.795");
        assertThat(run(directory, "--verbose")).isEqualTo(1);
        assertThat(out.toString())
                .containsSubsequence(
                        "Wrong:",
                        "ATHM100M--------------FNL-000100--",
                        "KERLEY Fred (KERLEY): rank 3 published, 2 came out",
                        "THOMPSON Kishane (THOMPSON): rank 2 published, 3 came out");
    }

    @Test
    void excusesNoTieOfWhichThePublishedGapsDiffer() throws IOException {
        change("races.csv", "FINK Nic,Person,USA,2.0,59.05,TIME,,0.02", "FINK Nic,Person,USA,3.0,59.05,TIME,,0.03");
        assertThat(run(directory)).isZero();
        assertThat(table()).contains("Swimming 1 0 1 0 0 0");
    }

    @Test
    void countsARowThatCannotBeReadAsWrong() throws IOException {
        change("races.csv", "PEATY Adam,Person,GBR,2.0,59.05", "PEATY Adam,Person,GBR,2.0,fast");
        assertThat(run(directory)).isEqualTo(1);
        assertThat(out.toString()).contains("'fast' is not a result");
    }

    /** Made-up results of events, IRMs and ways to print a result that the real files at hand do not have. */
    @Test
    void readsWhatOtherSportsPublish() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.copy(FILES.resolve("elsewhere.csv"), elsewhere.resolve("elsewhere.csv"));
        assertThat(run(elsewhere, "--verbose")).isZero();
        assertThat(table()).last().isEqualTo("All 35 33 0 0 2 0");
        assertThat(out.toString())
                .containsSubsequence("Men's Kayak Cross, Heat 1", "no marks", "Women's Keirin, Final", "no marks");
    }

    @Test
    void comparesMedallistsAndTheMedalTable() {
        assertThat(run(directory, "--medals", FILES.resolve("medals.txt"))).isZero();
        assertThat(out.toString())
                .contains("Medals: 7 of 8 are of units in these files; 0 differences, 1 not decided by the files")
                .contains("cannot be decided: Athletics, Men's 100m: [ME_BRONZE KERLEY, ME_GOLD LYLES");
    }

    @Test
    void exitsWithOneWhenAMedalDiffers() throws IOException {
        Path medals = Files.copy(FILES.resolve("medals.txt"), directory.resolve("medals.txt"));
        change(
                "medals.txt",
                "2,Swimming,Men's 100m Breaststroke,/results/swimming/men-s-100m-breaststroke/fnl-000100--,PEATY",
                "3,Swimming,Men's 100m Breaststroke,/results/swimming/men-s-100m-breaststroke/fnl-000100--,PEATY");
        assertThat(run(directory, "--medals", medals)).isEqualTo(1);
        assertThat(out.toString()).contains("Swimming, Men's 100m Breaststroke: [ME_BRONZE PEATY");
    }

    @Test
    void refusesADirectoryWithoutResults() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        assertThat(run(empty)).isEqualTo(1);
        assertThat(err.toString()).contains("There are no results of a known shape");
        assertThat(run(directory.resolve("races.csv"))).isEqualTo(2);
    }

    @Test
    void findsNothingWrongInTheRealFiles() {
        assumeTrue(Files.isDirectory(SHARED), SHARED + " is not there: real results are not compared");
        Path medals = SHARED.resolve("paris2024").resolve("medals-to-31-july.csv");
        assertThat(run(SHARED, "--medals", medals)).isZero();
        assertThat(out.toString()).doesNotContain("Wrong:", "Same order, but ties differ:");
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = directory.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private List<String> table() {
        List<String> rows = new ArrayList<>();
        for (String line : out.toString().split("\n", -1)) {
            if (line.isBlank()) {
                break;
            }
            rows.add(line.strip().replaceAll(" +", " "));
        }
        return rows;
    }
}
