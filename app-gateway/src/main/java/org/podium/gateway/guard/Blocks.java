package org.podium.gateway.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who is turned away for a while, on this gateway. Any thread. */
public final class Blocks {

    private final Clock clock;
    private final Cache<Party, Block> blocks;

    /**
     * A block.
     *
     * @param reason the refusal that brought it about; empty when an operator made it
     */
    public record Block(Party party, Optional<Refusal> reason, Instant until) {}

    /** @param most most blocks at a time; with more, some are forgotten before they end */
    Blocks(Clock clock, long most) {
        this.clock = clock;
        this.blocks = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfter(
                        Expiry.writing((Party party, Block block) -> Duration.between(clock.instant(), block.until())))
                .build();
    }

    /** Blocks from now on, instead of an earlier block. */
    public Block put(Party party, Optional<Refusal> reason, Duration length) {
        Block block = new Block(party, reason, clock.instant().plus(length));
        blocks.put(party, block);
        return block;
    }

    /** Ends a block. False when there is none. */
    public boolean lift(Party party) {
        return blocks.asMap().remove(party) != null;
    }

    /** How much longer it is blocked; empty when it is not. */
    public Optional<Duration> left(Party party) {
        return Optional.ofNullable(blocks.getIfPresent(party))
                .map(block -> Duration.between(clock.instant(), block.until()))
                .filter(Duration::isPositive);
    }

    /** All blocks, the ones that end first in front. */
    public List<Block> all() {
        Instant now = clock.instant();
        return blocks.asMap().values().stream()
                .filter(block -> block.until().isAfter(now))
                .sorted(Comparator.comparing(Block::until))
                .toList();
    }
}
