package org.podium.bench.ranking;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.podium.model.serde.SchemasInMemory;
import org.podium.model.serde.WireEncoder;
import org.podium.model.topic.TopicCatalogue;
import org.podium.model.wire.Result;
import org.podium.streams.publish.Lines;

/**
 * What one more time costs in a race in which everybody has one: from the event to the bytes of the result and of what
 * is stored.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(1)
public class RankingBenchmark {

    /** Where the new time puts the competitor. */
    public enum Moves {
        /** Where it was before, as most updates do: the thousandths differ. */
        NOWHERE,
        /** Anywhere, so that on average a third of the others move by one place, too. */
        ANYWHERE
    }

    /** Times of neighbours are so many thousandths apart, so that a time may differ without a change of place. */
    private static final int APART = 10;

    /** A prime, so that competitors and times come in an order without a pattern that repeats soon. */
    private static final int STEP = 7_919;

    @Param({"8", "80", "150"})
    private int competitors;

    @Param
    @SuppressWarnings("NullAway.Init") // set by JMH
    private Moves moves;

    /** Events that the unit has taken before. */
    @Param({"1000"})
    private int past;

    private final byte[] start = WireEncoder.of(Result.class, new SchemasInMemory(new TopicCatalogue(List.of())))
            .start();
    private final Lines lines = new Lines();

    @SuppressWarnings("NullAway.Init") // set in the set-up
    private RankedUnit unit;

    private int count;

    /** Makes the unit and lets it take what is past. */
    @Setup
    public void takeThePast() {
        unit = new RankedUnit(1, competitors, start);
        for (int competitor = 1; competitor <= competitors; competitor++) {
            unit.take(unit.next(competitor, competitor * APART), lines);
        }
        for (int taken = competitors; taken < past; taken++) {
            update();
        }
    }

    /** As the topology does it. */
    @Benchmark
    public int update() {
        return another(lines);
    }

    /** The same without a memory of what was made last: everybody is measured, sorted, built and encoded again. */
    @Benchmark
    public int updateWithoutMemory() {
        return another(new Lines());
    }

    private int another(Lines madeLast) {
        count++;
        int competitor = 1 + Math.floorMod(count * STEP, competitors);
        int thousandths = moves == Moves.NOWHERE
                ? competitor * APART + count % (APART / 2)
                : Math.floorMod(count * STEP * 31, competitors * APART);
        return unit.take(unit.next(competitor, thousandths), madeLast);
    }
}
