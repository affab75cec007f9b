package org.podium.bench.micro;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.podium.bench.feed.MadeUpUnit;
import org.podium.model.serde.Decoded;
import org.podium.model.serde.SchemaRegistry;
import org.podium.model.serde.SchemasInMemory;
import org.podium.model.serde.WireDecoder;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.Result;

/** What a result costs on its way into and out of Confluent's wire format. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WireFormatBenchmark {

    private final SchemaRegistry registry = new SchemasInMemory(new TopicCatalogue(List.of()));
    private final WireEncoder<Result> encoder = WireEncoder.of(Result.class, registry);
    private final WireDecoder<Result> decoder = WireDecoder.of(Result.class, registry);
    private final Result result = MadeUpUnit.number(0).version(1, 0);
    private final byte[] bytes = encoder.encode(result);

    /** From a record to bytes. */
    @Benchmark
    public byte[] encode() {
        return encoder.encode(result);
    }

    /** From bytes to a record. */
    @Benchmark
    public Decoded<Result> decode() {
        return decoder.decode(bytes);
    }
}
