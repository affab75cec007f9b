package org.podium.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedleTest {

    private static int after(String needle, String text, int from) {
        return find(new Needle(bytes(needle)), text, from);
    }

    private static int find(Needle needle, String text, int from) {
        return needle.after(bytes(text), from, text.length());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void findsWhatIsThereFromTheGivenIndexOn() {
        assertThat(after("ab", "xxabab", 0)).isEqualTo(4);
        assertThat(after("ab", "xxabab", 3)).isEqualTo(6);
        assertThat(after("ab", "xxaba", 3)).isEqualTo(Needle.NOT_FOUND);
        assertThat(after("ab", "a", 0)).isEqualTo(Needle.NOT_FOUND);
        assertThat(after("a", "", 0)).isEqualTo(Needle.NOT_FOUND);
        assertThat(after("\u00ff\u00fe", "a\u00ff\u00ff\u00fe", 0)).isEqualTo(4);
    }

    @Test
    void looksElsewhereWhenItIsNotWhereItUsuallyIs() {
        Needle needle = new Needle(bytes("ab"));
        assertThat(find(needle, "xxab", 0)).isEqualTo(4);
        assertThat(find(needle, "xxxab", 0)).isEqualTo(5);
        assertThat(find(needle, "ab", 0)).isEqualTo(2);
    }

    /** Texts of two letters repeat themselves in every way that could be passed over. */
    @Test
    void findsWhatTheJdkFinds() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            String needle = letters(random, 1 + random.nextInt(5));
            String text = letters(random, random.nextInt(30));
            int at = text.indexOf(needle);
            assertThat(after(needle, text, 0))
                    .as("%s in %s", needle, text)
                    .isEqualTo(at < 0 ? Needle.NOT_FOUND : at + needle.length());
        }
    }

    private static String letters(Random random, int length) {
        return random.ints(length, 'a', 'c')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
