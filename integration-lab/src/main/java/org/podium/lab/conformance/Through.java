package org.podium.lab.conformance;

import java.util.List;

/** A way from venue events to results. */
interface Through extends AutoCloseable {

    /** Sends all units through and returns what came out. */
    Ranked rank(List<UnitScript> units) throws InterruptedException;

    @Override
    void close();
}
