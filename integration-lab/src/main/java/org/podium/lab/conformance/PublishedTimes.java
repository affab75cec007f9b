package org.podium.lab.conformance;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.podium.model.mark.Quantity;

/**
 * The times of one unit. Of those behind the first a file may publish the gap alone, in the column of results or in
 * that of gaps, or a gap to more decimals than the time: then the time is the first one's and the gap.
 */
final class PublishedTimes {

    private final @Nullable Quantity first;

    private PublishedTimes(@Nullable Quantity first) {
        this.first = first;
    }

    static PublishedTimes of(List<CsvRow> rows) {
        return new PublishedTimes(rows.stream()
                .map(row -> row.text("result"))
                .filter(result -> !isGap(result))
                .flatMap(result -> quantity(result).stream())
                .min(Quantity::compareTo)
                .orElse(null));
    }

    /** The time of a row as a text; the text of its result where that is no time, empty when there is none. */
    String of(CsvRow row) {
        String result = row.text("result");
        if (isGap(result)) {
            return behindFirst(result).orElse(result);
        }
        String gap = row.text("result_diff");
        boolean coarser = quantity(result).isPresent() && decimals(gap) > decimals(result);
        return result.isEmpty() || coarser ? behindFirst(gap).orElse(result) : result;
    }

    private Optional<String> behindFirst(String gap) {
        return first == null
                ? Optional.empty()
                : quantity(gap).map(behind -> first.plus(behind).toString());
    }

    private static boolean isGap(String text) {
        return text.startsWith("+");
    }

    private static int decimals(String text) {
        int point = text.indexOf('.');
        return point < 0 ? 0 : text.length() - point - 1;
    }

    private static Optional<Quantity> quantity(String text) {
        try {
            return Optional.of(Quantity.parse(text.replace("+", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
