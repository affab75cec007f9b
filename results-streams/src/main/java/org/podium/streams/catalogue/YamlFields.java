package org.podium.streams.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The fields of one mapping of a YAML text. Whatever is not as expected becomes a problem with its line. */
final class YamlFields {

    private final Node at;
    private final String what;
    private final Problems problems;
    private final Map<String, Node> fields = new LinkedHashMap<>();

    /** Problems found in a text so far. */
    static final class Problems {

        private final List<Problem> all = new ArrayList<>();

        private record Problem(int line, String sentence) {}

        void add(Node at, String sentence) {
            add(line(at), sentence);
        }

        void add(int line, String sentence) {
            all.add(new Problem(line, sentence));
        }

        /** In the order of lines. */
        List<String> sentences() {
            return all.stream()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .map(problem -> "line " + problem.line + ": " + problem.sentence)
                    .toList();
        }
    }

    private YamlFields(Node at, String what, Problems problems) {
        this.at = at;
        this.what = what;
        this.problems = problems;
    }

    /**
     * @param what what the mapping describes, for people
     * @param known the fields that it may have; empty when any may be there
     */
    static YamlFields of(Node node, String what, Set<String> known, Problems problems) {
        YamlFields read = new YamlFields(node, what, problems);
        if (!(node instanceof MappingNode mapping)) {
            problems.add(node, what + " has to be fields and their values");
            return read;
        }
        for (NodeTuple field : mapping.getValue()) {
            String name = field.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            if (!known.isEmpty() && !known.contains(name)) {
                problems.add(
                        field.getKeyNode(),
                        "%s has no field '%s'; it has %s".formatted(what, name, String.join(", ", known)));
            } else if (read.fields.putIfAbsent(name, field.getValueNode()) != null) {
                problems.add(field.getKeyNode(), "%s has the field '%s' twice".formatted(what, name));
            }
        }
        return read;
    }

    /** Line of a node, from 1. */
    static int line(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }

    int line() {
        return line(at);
    }

    Set<String> names() {
        return fields.keySet();
    }

    @Nullable
    Node node(String name) {
        return fields.get(name);
    }

    /** The text of a field; null when it is not there or is no text. */
    @Nullable
    String text(String name) {
        Node node = fields.get(name);
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problems.add(node, "field '%s' of %s has to be one value".formatted(name, what));
        return null;
    }

    /** The text of a field that has to be there; null, with a problem, when it is not. */
    @Nullable
    String needed(String name) {
        if (!fields.containsKey(name)) {
            problems.add(at, "%s lacks the field '%s'".formatted(what, name));
        }
        return text(name);
    }

    /** The nodes of a field that is a list, or of one that is a single value; empty when it is not there. */
    List<Node> list(String name) {
        Node node = fields.get(name);
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        return node == null ? List.of() : List.of(node);
    }
}
