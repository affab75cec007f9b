package org.podium.streams.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;

/** A topology as a Mermaid flow chart: topics, nodes in their sub-topologies, stores. */
final class TopologyDiagram {

    private final Set<String> topics = new TreeSet<>();
    private final List<String> boxes = new ArrayList<>();
    private final Set<String> edges = new TreeSet<>();

    TopologyDiagram(TopologyDescription topology) {
        topology.subtopologies().stream()
                .sorted(Comparator.comparingInt(TopologyDescription.Subtopology::id))
                .forEach(this::add);
    }

    private void add(TopologyDescription.Subtopology part) {
        boxes.add("  subgraph sub-topology-%d".formatted(part.id()));
        part.nodes().stream()
                .sorted(Comparator.comparing(TopologyDescription.Node::name))
                .forEach(this::add);
        boxes.add("  end");
    }

    private void add(TopologyDescription.Node node) {
        boxes.add("    %s".formatted(node.name()));
        node.successors().forEach(next -> edges.add("  %s --> %s".formatted(node.name(), next.name())));
        switch (node) {
            case TopologyDescription.Source source ->
                source.topicSet().forEach(topic -> {
                    topics.add(topic);
                    edges.add("  %s --> %s".formatted(id(topic), node.name()));
                });
            case TopologyDescription.Sink sink -> {
                topics.add(sink.topic());
                edges.add("  %s --> %s".formatted(node.name(), id(sink.topic())));
            }
            case TopologyDescription.Processor processor ->
                new TreeSet<>(processor.stores()).forEach(store -> {
                    boxes.add("    store-%s[(%s)]".formatted(store, store));
                    edges.add("  %s <--> store-%s".formatted(node.name(), store));
                });
            default -> throw new IllegalArgumentException("A node of another kind: " + node);
        }
    }

    private static String id(String topic) {
        return "topic-" + topic.replace('.', '-');
    }

    @Override
    public String toString() {
        StringBuilder chart = new StringBuilder("flowchart TD\n");
        topics.forEach(topic -> chart.append("  %s>%s]\n".formatted(id(topic), topic)));
        boxes.forEach(line -> chart.append(line).append('\n'));
        edges.forEach(line -> chart.append(line).append('\n'));
        return chart.toString();
    }
}
