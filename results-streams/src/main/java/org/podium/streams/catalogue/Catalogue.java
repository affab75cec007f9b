package org.podium.streams.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.Rsc;
import org.podium.model.wire.MarkKind;

/**
 * Which rule ranks a unit. Of the entries that are about a unit the most specific decides; the reading refuses two of
 * which neither is. A unit that no entry is about is ranked by the default for the kind of result it publishes.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Catalogue {

    private static final String BUNDLED = "/catalogue/disciplines.yaml";

    private final List<CatalogueEntry> entries;
    private final Map<MarkKind, RuleChoice> defaults;
    private final RuleChoice lastResort;

    /**
     * @param entries the entries, in any order
     * @param defaults what ranks a unit without an entry, by the kind of result that it publishes
     * @param lastResort what ranks a unit of which not even that is known
     */
    Catalogue(List<CatalogueEntry> entries, Map<MarkKind, RuleChoice> defaults, RuleChoice lastResort) {
        this.entries = entries.stream()
                .sorted(Comparator.comparing(CatalogueEntry::scope, CatalogueEntry.Scope.BY_PRECISION)
                        .reversed())
                .toList();
        this.defaults = new EnumMap<>(defaults);
        this.lastResort = lastResort;
    }

    /** Reads a catalogue, or tells every problem with it. */
    public static CatalogueReading read(String yaml) {
        return new CatalogueReader().read(yaml);
    }

    /**
     * The catalogue that this library brings: every event of Paris 2024.
     *
     * @throws IllegalStateException when it cannot be read, which its tests exclude
     */
    public static Catalogue bundled() {
        try (InputStream stream = Catalogue.class.getResourceAsStream(BUNDLED)) {
            if (stream == null) {
                throw new IllegalStateException(BUNDLED + " is not on the class path");
            }
            return switch (read(new String(stream.readAllBytes(), StandardCharsets.UTF_8))) {
                case CatalogueReading.Read read -> read.catalogue();
                case CatalogueReading.Refused refused ->
                    throw new IllegalStateException(BUNDLED + ":\n" + String.join("\n", refused.problems()));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The rule for a unit.
     *
     * @param published the kind of result that the unit publishes; null when not known, which is enough for all units
     *     but those of which the catalogue has an entry for each kind
     */
    public RuleChoice ruleFor(Rsc unit, @Nullable MarkKind published) {
        for (CatalogueEntry entry : entries) {
            if (entry.isAbout(unit, published)) {
                return entry.choice();
            }
        }
        return published == null ? lastResort : defaults.getOrDefault(published, lastResort);
    }
}
