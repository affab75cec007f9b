package org.podium.lab.cluster;

import java.util.Locale;

/** What a process of a cluster is. */
public enum Kind {
    CONTROLLER,
    BROKER,
    REGISTRY,
    STREAMS,
    GATEWAY;

    /** For people and for names of directories. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
