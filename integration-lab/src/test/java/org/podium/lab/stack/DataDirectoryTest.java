package org.podium.lab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void deletesATemporaryDirectoryWithAllThatIsInIt() throws Exception {
        DataDirectory data = DataDirectory.temporary();
        Files.writeString(data.directory("broker").resolve("log"), "records");

        data.close();

        assertThat(data.root()).doesNotExist();
    }

    @Test
    void keepsADirectoryThatWasNamedButNotItsLock() throws Exception {
        Path root = directory.resolve("kept");
        DataDirectory data = DataDirectory.kept(root);
        Files.writeString(data.directory("broker").resolve("log"), "records");

        data.close();

        assertThat(root.resolve("broker/log")).hasContent("records");
        assertThat(root).isDirectoryNotContaining(Files::isRegularFile);
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        try (DataDirectory data = DataDirectory.kept(directory)) {
            assertThatThrownBy(() -> DataDirectory.kept(directory))
                    .isInstanceOf(StackException.class)
                    .hasMessage(
                            "Another podium runs on %s; stop it or name another directory with --data DIR",
                            data.root());
        }
        DataDirectory.kept(directory).close();
    }

    @Test
    void leavesTheLockOfTheOneInUseAlone() {
        try (DataDirectory data = DataDirectory.kept(directory)) {
            assertThatThrownBy(() -> DataDirectory.kept(directory)).isInstanceOf(StackException.class);
            assertThatThrownBy(() -> DataDirectory.kept(data.root())).isInstanceOf(StackException.class);
        }
    }

    @Test
    void refusesADiskWithoutRoom() {
        assertThatThrownBy(() -> DataDirectory.open(directory, false, Long.MAX_VALUE))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("No disk space: " + directory + " has ");
        DataDirectory.kept(directory).close();
    }

    @Test
    void refusesAFileInPlaceOfADirectory() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> DataDirectory.kept(file))
                .isInstanceOf(StackException.class)
                .hasMessage("%s is a file, not a directory; name another with --data DIR", file);
        assertThatThrownBy(() -> DataDirectory.kept(file.resolve("below")))
                .isInstanceOf(StackException.class)
                .hasMessageEndingWith("name another directory with --data DIR");
    }
}
