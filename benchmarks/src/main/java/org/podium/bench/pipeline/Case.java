package org.podium.bench.pipeline;

import java.util.List;
import org.podium.lab.cluster.Setup;
import org.podium.lab.cluster.Tuning;

/** A cluster on which is measured, under one load after the other. */
enum Case {
    ONE_BROKER("one broker", 1),
    THREE_BROKERS("three brokers", 3);

    private final String what;
    private final int brokers;

    Case(String what, int brokers) {
        this.what = what;
        this.brokers = brokers;
    }

    /** For people. */
    String what() {
        return what;
    }

    /** The processes that it takes. */
    Setup setup() {
        return new Setup(brokers, 1, false, Tuning.FOR_SPEED);
    }

    /** The loads, in their order. */
    List<Step> steps() {
        return switch (this) {
            case ONE_BROKER -> List.of(Step.USUAL, Step.BUSY, Step.FIRST_BURST, Step.NEXT_BURST);
            case THREE_BROKERS -> List.of(Step.USUAL_COPIED, Step.BUSY_COPIED);
        };
    }
}
