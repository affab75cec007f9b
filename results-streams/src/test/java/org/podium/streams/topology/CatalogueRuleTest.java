package org.podium.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.RejectReason;
import org.podium.model.wire.ResultFlag;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.UnitDefinition;
import org.podium.streams.bench.Entries;
import org.podium.streams.bench.Voice;

/** A unit whose definition names no rule is ranked by the catalogue's. */
class CatalogueRuleTest {

    private static final String CHESS = "CHSMBLITZ-------------FNL-000100--";

    private final TopologyBench bench = new TopologyBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theCatalogueRanksAUnitWithoutARule() {
        bench.define(withoutRule(Voice.FINAL).build());
        Voice timing = Voice.timing();
        bench.send(timing.status(1, ResultStatus.LIVE), timing.time(2, "C1", "9.801"), timing.time(3, "C2", "9.802"));

        assertThat(bench.newest().getFlags()).isEmpty();
        assertThat(bench.newest().getLines().get(1).getText()).isEqualTo("9.81");
        assertThat(bench.newest().getLines().get(1).getDiff()).isEqualTo("+0.00");
    }

    @Test
    void aUnitThatIsNotInItIsRankedByTheDefaultAndSaysSo() {
        bench.define(withoutRule(CHESS).setPublishes(MarkKind.TIME).build());
        Voice timing = Voice.timing().about(CHESS);
        bench.send(timing.status(1, ResultStatus.LIVE), timing.time(2, "C2", "9.80"));

        assertThat(bench.newest().getFlags()).containsExactly(ResultFlag.DEFAULT_RULE);
        assertThat(bench.newest().getLines().getFirst().getCompetitor()).isEqualTo("C2");
    }

    @Test
    void aRuleOfItsOwnTakesTheFlagAway() {
        bench.define(withoutRule(CHESS).setPublishes(MarkKind.TIME).build());
        Voice timing = Voice.timing().about(CHESS);
        bench.send(timing.status(1, ResultStatus.LIVE), timing.time(2, "C2", "9.80"));
        bench.define(withoutRule(CHESS)
                .setRule(new RankingRule("race-by-time", Map.of()))
                .build());

        assertThat(bench.newest().getFlags()).isEmpty();
    }

    @Test
    void parametersWithoutARuleAreRefused() {
        bench.define(withoutRule(Voice.FINAL)
                .setRule(new RankingRule("", Map.of("gap", "first")))
                .build());

        assertThat(bench.reasons()).containsExactly(RejectReason.INVALID_DEFINITION);
    }

    private static UnitDefinition.Builder withoutRule(String unit) {
        return UnitDefinition.newBuilder(Entries.sprint(unit)).clearRule();
    }
}
