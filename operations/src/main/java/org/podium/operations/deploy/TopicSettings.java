package org.podium.operations.deploy;

import io.smallrye.config.WithDefault;
import org.podium.operations.config.Meaning;

/** What all topics of a deployment have in common: {@code podium.topics.*}. */
public interface TopicSettings {

    @Meaning("Partitions of every topic; the same for all and fixed for good, since keys would change their partition")
    @WithDefault("12")
    int partitions();

    @Meaning("Copies of every partition")
    @WithDefault("3")
    short replication();

    @Meaning("Copies that have to have a record before it counts as written")
    @WithDefault("2")
    int minInSync();
}
