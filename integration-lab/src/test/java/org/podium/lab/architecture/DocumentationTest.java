package org.podium.lab.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name is there: links and paths in the repository, and classes on the class path. */
class DocumentationTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CLASS = Pattern.compile("(?:[a-z][a-z0-9]*\\.)*[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+");

    /** Names in the documents that look like a class and are none: other products' words. */
    private static final Set<String> WORDS = Set.of("MaxTenuringThreshold", "RecordNameStrategy");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path document : documents()) {
            Matcher link = LINK.matcher(text(document));
            while (link.find()) {
                String target = link.group(1);
                if (!target.contains(":") && !Files.exists(document.resolveSibling(target))) {
                    dead.add(ROOT.relativize(document) + " links to " + target);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void everyPathNamedIsThere() throws IOException {
        Set<String> top;
        try (Stream<Path> entries = Files.list(ROOT)) {
            top = new TreeSet<>(
                    entries.map(entry -> entry.getFileName().toString()).toList());
        }
        List<String> missing = new ArrayList<>();
        for (Path document : documents()) {
            for (String word : codeWords(document)) {
                String path = word.startsWith("./") ? word.substring(2) : word;
                boolean isPath = path.contains("/") && top.contains(path.substring(0, path.indexOf('/')));
                boolean isBuilt = path.contains("/target/");
                if (isPath && !isBuilt && !existsBelow(ROOT, path)) {
                    missing.add(ROOT.relativize(document) + " names " + word);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyClassNamedIsThere() throws IOException {
        Set<String> known = classNames();
        List<String> missing = new ArrayList<>();
        for (Path document : documents()) {
            for (String word : codeWords(document)) {
                String simple = word.substring(word.lastIndexOf('.') + 1);
                if (CLASS.matcher(word).matches() && !known.contains(simple) && !WORDS.contains(word)) {
                    missing.add(ROOT.relativize(document) + " names " + word);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            List<Path> documents = Stream.concat(root, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
            assertThat(documents).contains(ROOT.resolve("README.md"));
            return documents;
        }
    }

    private static String text(Path document) throws IOException {
        return FENCE.matcher(Files.readString(document)).replaceAll("");
    }

    private static List<String> codeWords(Path document) throws IOException {
        List<String> words = new ArrayList<>();
        Matcher code = CODE.matcher(text(document));
        while (code.find()) {
            words.addAll(List.of(code.group(1).split("[\\s,;:()\\[\\]=]+", -1)));
        }
        return words;
    }

    /**
     * A path may end in a pattern such as {@code *.avdl} or a placeholder such as {@code NNNN-*.md}: its folder counts.
     */
    private static boolean existsBelow(Path root, String path) {
        int pattern = path.indexOf('*');
        return pattern < 0
                ? Files.exists(root.resolve(path))
                : Files.exists(root.resolve(path.substring(0, path.lastIndexOf('/', pattern) + 1)));
    }

    private static Set<String> classNames() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String entry :
                System.getProperty("java.class.path").split(Pattern.quote(System.getProperty("path.separator")), -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    files.forEach(file -> addClass(names, file.toString()));
                }
            } else if (Files.exists(path)) {
                try (JarFile jar = new JarFile(path.toFile())) {
                    jar.stream().forEach(file -> addClass(names, file.getName()));
                }
            }
        }
        try (Stream<Path> sources = Files.walk(ROOT)) {
            sources.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> names.add(file.getFileName().toString().replace(".java", "")));
        }
        return names;
    }

    private static void addClass(Set<String> names, String file) {
        if (file.endsWith(".class")) {
            String name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".class".length());
            for (String part : name.split("\\$", -1)) {
                names.add(part);
            }
        }
    }
}
