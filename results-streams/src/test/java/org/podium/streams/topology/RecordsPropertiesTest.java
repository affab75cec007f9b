package org.podium.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.podium.streams.bench.Entries;
import org.podium.streams.bench.Voice;

/** What is a record in the end is a function of what was said, not of the order in which it came. */
class RecordsPropertiesTest {

    /** Lists, definitions, heats and finals in any order; only versions may differ. */
    @Property(tries = 12)
    void whatIsARecordDoesNotDependOnWhatCameFirst(@ForAll Random random) {
        List<Runnable> steps = new ArrayList<>();
        try (TopologyBench one = new TopologyBench();
                TopologyBench other = new TopologyBench()) {
            RecordsTest.setUp(one);
            one.send(RecordsTest.IN_HEAT.time(1, "C2", "9.56"), RecordsTest.IN_HEAT.time(2, "C1", "9.60"));
            one.send(RecordsTest.IN_FINAL.time(1, "C1", "9.56"), RecordsTest.IN_FINAL.time(2, "C3", "9.55"));

            steps.add(() -> other.publish(RecordsTest.list("9.58")));
            steps.add(() -> other.define(RecordsTest.heat()));
            steps.add(() -> other.define(Entries.sprint(Voice.FINAL)));
            steps.add(() -> other.send(RecordsTest.IN_HEAT.time(1, "C2", "9.56")));
            steps.add(() -> other.send(RecordsTest.IN_HEAT.time(2, "C1", "9.60")));
            steps.add(() -> other.send(RecordsTest.IN_FINAL.time(1, "C1", "9.56")));
            steps.add(() -> other.send(RecordsTest.IN_FINAL.time(2, "C3", "9.55")));
            Collections.shuffle(steps, random);
            steps.forEach(Runnable::run);

            for (String unit : List.of(RecordsTest.HEAT, Voice.FINAL)) {
                assertThat(other.newest(unit).getLines())
                        .isEqualTo(one.newest(unit).getLines());
            }
            assertThat(RecordsTest.records(one.newest(Voice.FINAL), "C3")).containsExactly("WR");
        }
    }
}
