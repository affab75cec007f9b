package org.podium.streams.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.UnitKey;
import org.podium.streams.state.RecordForm;
import org.podium.streams.state.StoredCodec;
import org.podium.streams.stored.StoredRecord;
import org.podium.streams.stored.StoredTally;
import org.podium.streams.validate.SourceRecord;

/**
 * Events that came before their unit's definition, in the order in which they came. Bounded for each unit and for the
 * task: beyond that they are rejected. Keys: the unit, a blank and the record's number; the unit alone for its tally; a
 * blank for the task's.
 */
final class ParkingLot {

    private static final String TASK = " ";
    private static final StoredTally NOTHING = new StoredTally(0L, 0L, 0L);

    private final KeyValueStore<String, byte[]> store;
    private final TopologySettings.Parking bounds;
    private final StoredCodec<StoredRecord> records = new StoredCodec<>(StoredRecord.class);
    private final StoredCodec<StoredTally> tallies = new StoredCodec<>(StoredTally.class);

    ParkingLot(KeyValueStore<String, byte[]> store, TopologySettings.Parking bounds) {
        this.store = store;
        this.bounds = bounds;
    }

    /** Parks a record; false when there is no room. */
    boolean park(UnitKey unit, SourceRecord record) {
        StoredTally ofUnit = tally(unit.toString());
        StoredTally ofTask = tally(TASK);
        boolean full = ofUnit.getRecords() >= bounds.recordsPerUnit()
                || ofTask.getRecords() >= bounds.records()
                || ofTask.getBytes() + record.size() > bounds.bytes();
        if (full) {
            return false;
        }
        store.put(key(unit, ofUnit.getNext()), records.encode(RecordForm.of(record)));
        put(
                unit.toString(),
                new StoredTally(ofUnit.getRecords() + 1, ofUnit.getBytes() + record.size(), ofUnit.getNext() + 1));
        put(TASK, new StoredTally(ofTask.getRecords() + 1, ofTask.getBytes() + record.size(), 0L));
        return true;
    }

    /** Takes out all records of a unit, in the order in which they were parked. */
    List<SourceRecord> release(UnitKey unit) {
        StoredTally ofUnit = tally(unit.toString());
        List<SourceRecord> released = new ArrayList<>();
        for (long number = 0; number < ofUnit.getNext(); number++) {
            byte @Nullable [] record = store.delete(key(unit, number));
            if (record != null) {
                released.add(RecordForm.read(records.decode(record)));
            }
        }
        if (!released.isEmpty()) {
            StoredTally ofTask = tally(TASK);
            store.delete(unit.toString());
            put(
                    TASK,
                    new StoredTally(
                            ofTask.getRecords() - ofUnit.getRecords(), ofTask.getBytes() - ofUnit.getBytes(), 0L));
        }
        return released;
    }

    /** Records that are parked in this task. */
    long size() {
        return tally(TASK).getRecords();
    }

    private static String key(UnitKey unit, long number) {
        return unit + " " + number;
    }

    private StoredTally tally(String key) {
        byte @Nullable [] tally = store.get(key);
        return tally == null ? NOTHING : tallies.decode(tally);
    }

    private void put(String key, StoredTally tally) {
        store.put(key, tallies.encode(tally));
    }
}
