package org.podium.lab.conformance;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a CSV file with a header.
 *
 * @param where file and row, for people
 * @param cells texts by column
 */
record CsvRow(String where, Map<String, String> cells) {

    private static final CsvMapper MAPPER = new CsvMapper();

    /** All rows of a file. */
    static List<CsvRow> read(Path file) {
        List<CsvRow> rows = new ArrayList<>();
        try (MappingIterator<Map<String, String>> all = MAPPER.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            while (all.hasNext()) {
                rows.add(new CsvRow(file.getFileName() + ", row " + (rows.size() + 1), all.next()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** The text of a column; empty when the file has no such column. */
    String text(String column) {
        String text = cells.get(column);
        return text == null ? "" : text.strip();
    }

    /**
     * The whole number of a column, which may be printed with decimals ({@code 3.0}) or a sign of equality
     * ({@code =3}); null when it is empty.
     *
     * @param allowed numbers that mean something; another one is like an empty cell
     * @throws IllegalArgumentException when it is no whole number
     */
    @Nullable
    Integer whole(String column, Predicate<Integer> allowed) {
        String text = text(column).replace("=", "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            int number = new BigDecimal(text).intValueExact();
            return allowed.test(number) ? number : null;
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "column %s is '%s', which is no whole number".formatted(column, text), e);
        }
    }
}
