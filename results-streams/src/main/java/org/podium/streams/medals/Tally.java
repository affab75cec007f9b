package org.podium.streams.medals;

import org.podium.model.wire.Medal;

/** Numbers of medals. Greater is better: by gold, then by silver, then by bronze. */
record Tally(int gold, int silver, int bronze) implements Comparable<Tally> {

    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(gold + other.gold, silver + other.silver, bronze + other.bronze);
    }

    Tally plus(Medal medal) {
        return switch (medal) {
            case ME_GOLD -> new Tally(gold + 1, silver, bronze);
            case ME_SILVER -> new Tally(gold, silver + 1, bronze);
            case ME_BRONZE -> new Tally(gold, silver, bronze + 1);
            case UNKNOWN -> throw new IllegalArgumentException("A medal of no metal");
        };
    }

    int total() {
        return gold + silver + bronze;
    }

    @Override
    public int compareTo(Tally other) {
        int byGold = Integer.compare(gold, other.gold);
        int bySilver = Integer.compare(silver, other.silver);
        return byGold != 0 ? byGold : bySilver != 0 ? bySilver : Integer.compare(bronze, other.bronze);
    }
}
