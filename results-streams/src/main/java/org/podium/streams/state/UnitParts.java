package org.podium.streams.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.podium.streams.fold.Slot;
import org.podium.streams.fold.Slots;
import org.podium.streams.fold.UnitState;
import org.podium.streams.stored.StoredAmended;
import org.podium.streams.stored.StoredSlot;
import org.podium.streams.stored.StoredUnit;

/**
 * Encodes and decodes the parts that a unit is stored in: what there is once, under an empty name, and slots and
 * amended events under names of their own. May be used from one thread at a time.
 */
public final class UnitParts {

    /** Before the name of a slot. */
    private static final String SLOT = "s ";

    /** Before the name of an amended event. */
    private static final String AMENDED = "a ";

    private final StoredCodec<StoredUnit> units = new StoredCodec<>(StoredUnit.class);
    private final SlotForm slots = new SlotForm();
    private final StoredCodec<StoredAmended> amended = new StoredCodec<>(StoredAmended.class);
    private final UnitForm form;

    public UnitParts(UnitForm form) {
        this.form = form;
    }

    /** The parts that changed since the last call, by name; one that is gone is null. */
    public Map<String, byte @Nullable []> changed(UnitState state) {
        Map<String, byte @Nullable []> parts = new HashMap<>();
        Slots said = state.slots();
        Slots.Changes changes = said.takeChanges();
        for (Slot slot : changes.slots()) {
            parts.put(name(slot), slots.encode(said, slot));
        }
        for (Slots.Place place : changes.amended()) {
            StoredAmended stored = UnitForm.of(said, place);
            parts.put(name(place), stored == null ? null : amended.encode(stored));
        }
        parts.put("", units.encode(form.of(state)));
        return parts;
    }

    /** The state of all parts. */
    public UnitState read(Map<String, byte[]> parts) {
        List<StoredSlot> slotForms = new ArrayList<>();
        List<StoredAmended> amendedForms = new ArrayList<>();
        parts.forEach((name, part) -> {
            if (name.startsWith(SLOT)) {
                slotForms.add(slots.decode(part));
            } else if (name.startsWith(AMENDED)) {
                amendedForms.add(amended.decode(part));
            }
        });
        byte @Nullable [] once = parts.get("");
        return once == null ? new UnitState() : form.read(units.decode(once), slotForms, amendedForms);
    }

    /** The point comes last, since it may be any text. */
    private static String name(Slot slot) {
        return SLOT
                + slot.competitor()
                + ' '
                + slot.subject()
                + ' '
                + slot.mark()
                + ' '
                + slot.attempt()
                + ' '
                + slot.point();
    }

    private static String name(Slots.Place place) {
        return AMENDED
                + place.speaker().source().value()
                + ' '
                + place.speaker().desk()
                + ' '
                + place.sequence();
    }
}
