package org.podium.streams.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.podium.model.id.Rsc;

class BundledCatalogueTest {

    @Test
    void isReadWithoutAProblem() {
        assertThat(Catalogue.bundled()
                        .ruleFor(Rsc.parse("ATHM100M--------------FNL-000100--"), null)
                        .name())
                .isEqualTo("race-by-time");
    }
}
