package org.podium.lab.conformance;

import java.util.Locale;
import java.util.Map;
import org.podium.model.wire.MarkKind;

/**
 * An event of athletics by its English name.
 *
 * @param code in an RSC, at most 18 characters
 * @param partCode phase of an RSC that it has within a decathlon or heptathlon, 4 characters
 * @param publishes the kind of its results
 * @param mixed whether men and women run together
 */
record AthleticsEvent(String code, String partCode, MarkKind publishes, boolean mixed) {

    private static final Map<String, AthleticsEvent> FIELD = Map.of(
            "High Jump", field("HIGHJUMP", "HJ--"),
            "Pole Vault", field("PLEVAULT", "PV--"),
            "Long Jump", field("LONGJUMP", "LJ--"),
            "Triple Jump", field("TRPLJUMP", "TJ--"),
            "Shot Put", field("SHOTPUT", "SP--"),
            "Discus Throw", field("DISCUS", "DT--"),
            "Hammer Throw", field("HAMMER", "HT--"),
            "Javelin Throw", field("JAVELIN", "JT--"),
            "Decathlon", new AthleticsEvent("DECATH", "----", MarkKind.POINTS, false),
            "Heptathlon", new AthleticsEvent("HEPTATH", "----", MarkKind.POINTS, false));

    private static AthleticsEvent field(String code, String part) {
        return new AthleticsEvent(code, part, MarkKind.DISTANCE, false);
    }

    static AthleticsEvent of(String name) {
        AthleticsEvent field = FIELD.get(name);
        if (field != null) {
            return field;
        }
        boolean hurdles = name.contains("Hurdles");
        String code = name.toUpperCase(Locale.ROOT)
                .replace("HURDLES", "HURD")
                .replace("STEEPLECHASE", "STPL")
                .replace("RACE WALK", "WALK")
                .replaceAll("MIXED RELAY|RELAY|[^A-Z0-9]", "");
        String distance = name.replaceAll("[^0-9].*", "") + (hurdles ? "H" : "");
        String part = (distance + "----").substring(0, 4);
        return new AthleticsEvent(code, part, MarkKind.TIME, name.contains("Mixed"));
    }
}
