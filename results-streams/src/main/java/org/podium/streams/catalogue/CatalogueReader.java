package org.podium.streams.catalogue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.podium.model.wire.MarkKind;
import org.podium.streams.rank.RuleParse;
import org.podium.streams.rank.Rules;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads a catalogue from YAML and collects every problem instead of stopping at the first. */
final class CatalogueReader {

    private static final String DISCIPLINE = "[A-Z0-9]{3}";

    private final YamlFields.Problems problems = new YamlFields.Problems();
    private final List<CatalogueEntry> entries = new ArrayList<>();

    /** Of all entries, also of those whose rule has a problem. */
    private final List<CatalogueEntry.Scope> scopes = new ArrayList<>();

    CatalogueReading read(String yaml) {
        Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            return new CatalogueReading.Refused(List.of("line " + line + ": not YAML: " + e.getProblem()));
        }
        if (root == null) {
            return new CatalogueReading.Refused(List.of("line 1: the catalogue is empty"));
        }
        YamlFields top = YamlFields.of(root, "the catalogue", sorted("defaults", "disciplines"), problems);
        EnumMap<MarkKind, RuleChoice> defaults = new EnumMap<>(MarkKind.class);
        RuleChoice lastResort = readDefaults(top, defaults);
        Node disciplines = top.node("disciplines");
        if (disciplines == null) {
            problems.add(root, "the catalogue lacks the field 'disciplines'");
        } else {
            YamlFields codes = YamlFields.of(disciplines, "disciplines", Set.of(), problems);
            codes.names().forEach(code -> readDiscipline(code, codes));
        }
        refuseContradictions();
        List<String> found = problems.sentences();
        return found.isEmpty() && lastResort != null
                ? new CatalogueReading.Read(new Catalogue(entries, defaults, lastResort))
                : new CatalogueReading.Refused(found);
    }

    private @Nullable RuleChoice readDefaults(YamlFields top, Map<MarkKind, RuleChoice> defaults) {
        RuleChoice lastResort = null;
        for (Node node : top.list("defaults")) {
            YamlFields fields =
                    YamlFields.of(node, "a default", sorted("publishes", "rule", "parameters", "why"), problems);
            RuleChoice choice = readRule(fields, "", true);
            MarkKind kind = readKind(fields);
            if (choice == null) {
                continue;
            }
            if (fields.node("publishes") == null) {
                if (lastResort != null) {
                    problems.add(node, "there is a default without 'publishes' already");
                }
                lastResort = choice;
            } else if (kind != null && defaults.put(kind, choice) != null) {
                problems.add(node, "there is a default for " + kind + " already");
            }
        }
        if (lastResort == null) {
            problems.add(top.line(), "the catalogue lacks a default without 'publishes'");
        }
        return lastResort;
    }

    private void readDiscipline(String code, YamlFields codes) {
        Node node = codes.node(code);
        if (node == null) {
            return;
        }
        if (!code.matches(DISCIPLINE)) {
            problems.add(node, "'%s' is not the code of a discipline: it has to be 3 of A-Z and 0-9".formatted(code));
            return;
        }
        YamlFields discipline = YamlFields.of(node, "discipline " + code, sorted("name", "entries"), problems);
        discipline.needed("name");
        if (discipline.list("entries").isEmpty()) {
            problems.add(node, "discipline " + code + " has no entries");
        }
        discipline.list("entries").forEach(entry -> readEntry(code, entry));
    }

    private void readEntry(String code, Node node) {
        YamlFields fields = YamlFields.of(
                node, "an entry of " + code, sorted("units", "publishes", "rule", "parameters", "why"), problems);
        if (fields.list("units").isEmpty()) {
            problems.add(node, "an entry of " + code + " lacks the field 'units'");
        }
        MarkKind kind = readKind(fields);
        RuleChoice choice = readRule(fields, "", false);
        for (Node unit : fields.list("units")) {
            String text = unit instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!UnitPattern.isPattern(text) || !text.startsWith(code)) {
                problems.add(
                        unit,
                        "'%s' is not a pattern of units of %s: it has to be EVENT, EVENT/PHASE or EVENT/PHASE/UNIT, such as %s*/FNL"
                                .formatted(text, code, code));
                continue;
            }
            CatalogueEntry.Scope scope = new CatalogueEntry.Scope(YamlFields.line(unit), UnitPattern.of(text), kind);
            scopes.add(scope);
            if (choice != null) {
                RuleChoice named = new RuleChoice(choice.rule(), choice.name(), choice.parameters(), text, false);
                entries.add(new CatalogueEntry(scope, named));
            }
        }
    }

    private @Nullable RuleChoice readRule(YamlFields fields, String pattern, boolean isDefault) {
        String name = fields.needed("rule");
        Map<String, String> parameters = new TreeMap<>();
        Node given = fields.node("parameters");
        if (given != null) {
            YamlFields each = YamlFields.of(given, "parameters", Set.of(), problems);
            for (String parameter : each.names()) {
                String value = each.text(parameter);
                if (value != null) {
                    parameters.put(parameter, value);
                }
            }
        }
        if (name == null) {
            return null;
        }
        return switch (Rules.parse(name, parameters)) {
            case RuleParse.Parsed parsed -> new RuleChoice(parsed.rule(), name, parameters, pattern, isDefault);
            case RuleParse.Invalid invalid -> {
                invalid.problems().forEach(problem -> problems.add(fields.line(), problem));
                yield null;
            }
        };
    }

    private @Nullable MarkKind readKind(YamlFields fields) {
        String text = fields.text("publishes");
        Node node = fields.node("publishes");
        if (text == null || node == null) {
            return null;
        }
        for (MarkKind kind : MarkKind.values()) {
            if (kind != MarkKind.UNKNOWN && kind.name().equals(text)) {
                return kind;
            }
        }
        problems.add(
                node,
                "'%s' is not a kind of result; there are %s"
                        .formatted(
                                text,
                                Arrays.stream(MarkKind.values())
                                        .filter(kind -> kind != MarkKind.UNKNOWN)
                                        .map(MarkKind::name)
                                        .collect(Collectors.joining(", "))));
        return null;
    }

    private void refuseContradictions() {
        for (int i = 0; i < scopes.size(); i++) {
            for (CatalogueEntry.Scope other : scopes.subList(i + 1, scopes.size())) {
                CatalogueEntry.Scope entry = scopes.get(i);
                if (entry.contradicts(other)) {
                    problems.add(
                            other.line(),
                            "%s overlaps %s of line %d, and neither is more specific: spell one out further"
                                    .formatted(other.pattern(), entry.pattern(), entry.line()));
                }
            }
        }
    }

    private static Set<String> sorted(String... names) {
        return new TreeSet<>(List.of(names));
    }
}
