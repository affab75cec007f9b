package org.podium.streams.backlog;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Several records of one partition as one, so that Kafka Streams hands them to a processor together and none of them is
 * committed without the others. It has the position and the timestamp of the first: while it waits, that is where a
 * successor would begin.
 */
public final class Together {

    private static final String HEADER = "podium-together";

    /** In the header of each, new in every process: nothing that anybody writes to a topic passes for one. */
    private static final byte[] OURS = new byte[16];

    static {
        new SecureRandom().nextBytes(OURS);
    }

    /**
     * One of the records.
     *
     * @param timestamp milliseconds since 1970 UTC, as the topic has it
     */
    @SuppressWarnings("ArrayRecordComponent") // Two of them are never compared.
    public record One(long offset, long timestamp, byte @Nullable [] key, byte @Nullable [] value) {}

    private Together() {}

    /**
     * All of them as one.
     *
     * @param records of one partition in their order; at least one
     */
    static ConsumerRecord<byte[], byte[]> of(List<ConsumerRecord<byte[], byte[]>> records) {
        ConsumerRecord<byte[], byte[]> first = records.getFirst();
        return of(
                first.topic(),
                first.partition(),
                records.stream()
                        .map(record -> new One(record.offset(), record.timestamp(), record.key(), record.value()))
                        .toList(),
                first.leaderEpoch());
    }

    /**
     * All of them as one.
     *
     * @param records in their order; at least one
     * @param leaderEpoch of the first of them
     */
    public static ConsumerRecord<byte[], byte[]> of(
            String topic, int partition, List<One> records, Optional<Integer> leaderEpoch) {
        One first = records.getFirst();
        int size = 0;
        for (One one : records) {
            size += 2 * Long.BYTES + 2 * Integer.BYTES + length(one.key()) + length(one.value());
        }
        ByteBuffer all = ByteBuffer.allocate(size);
        for (One one : records) {
            all.putLong(one.offset()).putLong(one.timestamp());
            put(all, one.key());
            put(all, one.value());
        }
        return new ConsumerRecord<>(
                topic,
                partition,
                first.offset(),
                first.timestamp(),
                TimestampType.CREATE_TIME,
                0,
                size,
                null,
                all.array(),
                new RecordHeaders(List.of(new Ours())),
                leaderEpoch);
    }

    private record Ours() implements Header {

        @Override
        public String key() {
            return HEADER;
        }

        @Override
        public byte[] value() {
            return OURS;
        }
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static void put(ByteBuffer to, byte @Nullable [] bytes) {
        to.putInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            to.put(bytes);
        }
    }

    /** True of the headers of several records as one. */
    public static boolean isIn(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        return header != null && Arrays.equals(header.value(), OURS);
    }

    /** The records, in their order, of the value of one whose headers {@link #isIn} is true of. */
    public static List<One> read(byte[] value) {
        ByteBuffer all = ByteBuffer.wrap(value);
        List<One> records = new ArrayList<>();
        while (all.hasRemaining()) {
            records.add(new One(all.getLong(), all.getLong(), bytes(all), bytes(all)));
        }
        return records;
    }

    private static byte @Nullable [] bytes(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }
}
