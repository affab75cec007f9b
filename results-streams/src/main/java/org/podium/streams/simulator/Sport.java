package org.podium.streams.simulator;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.podium.model.wire.Mark;

/**
 * A made-up sport: one ranking rule, and how marks come about in it.
 *
 * @param discipline code of the discipline, 3 characters
 * @param name name of the discipline
 * @param noun what one who competes is called
 * @param rule name of the ranking rule
 * @param parameters parameters of the rule
 * @param most most competitors that there can be
 * @param play makes the marks of a unit in the order of time
 */
record Sport(
        String discipline,
        String name,
        String noun,
        String rule,
        Map<String, String> parameters,
        int most,
        BiConsumer<Field, Marks> play) {

    Sport {
        parameters = Map.copyOf(parameters);
    }

    List<Mark> marks(Field field) {
        Marks marks = new Marks();
        play.accept(field, marks);
        return marks.made();
    }
}
