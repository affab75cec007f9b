package org.podium.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.podium.model.id.UnitKey;
import org.podium.streams.fold.UnitState;
import org.podium.streams.publish.Lines;

class DecodedUnitsTest {

    private static final UnitKey HEAT = UnitKey.parse("OG2024/ATHM100M--------------HEAT000100--");
    private static final UnitKey SEMI = UnitKey.parse("OG2024/ATHM100M--------------SFNL000100--");
    private static final UnitKey FINAL = UnitKey.parse("OG2024/ATHM100M--------------FNL-000100--");

    @Test
    void keepsAsManyUnitsAsTakeSoManyBytes() {
        DecodedUnits units = new DecodedUnits(3_000);
        Unit heat = unit(900);
        Unit semi = unit(900);
        units.put(HEAT, heat);
        units.put(SEMI, semi);
        units.put(FINAL, unit(900));

        assertThat(units.get(HEAT)).isSameAs(heat);
        assertThat(units.get(SEMI)).isSameAs(semi);
    }

    @Test
    void theOneThatWasNotUsedForLongestGoes() {
        DecodedUnits units = new DecodedUnits(2_000);
        units.put(HEAT, unit(900));
        units.put(SEMI, unit(900));
        units.get(HEAT);
        units.put(FINAL, unit(900));

        assertThat(units.get(HEAT)).isNotNull();
        assertThat(units.get(SEMI)).isNull();
        assertThat(units.get(FINAL)).isNotNull();
    }

    @Test
    void aUnitThatHasGrownCountsForWhatItIsNow() {
        DecodedUnits units = new DecodedUnits(2_000);
        Unit heat = unit(100);
        units.put(HEAT, unit(900));
        units.put(FINAL, heat);
        heat.sizes().put("s", new byte[1_500]);
        units.put(FINAL, heat);

        assertThat(units.get(HEAT)).isNull();
        assertThat(units.get(FINAL)).isSameAs(heat);
    }

    @Test
    void oneThatIsTakenAwayMakesRoom() {
        DecodedUnits units = new DecodedUnits(2_000);
        units.put(HEAT, unit(900));
        units.put(SEMI, unit(900));
        units.remove(HEAT);
        units.put(FINAL, unit(900));

        assertThat(units.get(SEMI)).isNotNull();
        assertThat(units.get(FINAL)).isNotNull();
    }

    @Test
    void aDefinitionCountsToo() {
        DecodedUnits units = new DecodedUnits(2_000);
        Unit defined = unit(0);
        defined.sizes().defined(new byte[1_500]);
        units.put(HEAT, unit(900));
        units.put(SEMI, defined);

        assertThat(units.get(HEAT)).isNull();
        assertThat(units.get(SEMI)).isSameAs(defined);
    }

    @Test
    void aUnitThatIsTooLargeAloneIsNotKept() {
        DecodedUnits units = new DecodedUnits(1_000);
        units.put(HEAT, unit(2_000));

        assertThat(units.get(HEAT)).isNull();
    }

    private static Unit unit(int bytes) {
        Sizes sizes = new Sizes();
        sizes.put("", new byte[bytes]);
        return new Unit(Optional.empty(), new UnitState(), new Lines(), sizes);
    }
}
