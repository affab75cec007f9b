/**
 * The catalogue of disciplines: which ranking rule, with which parameters, a unit of an event is ranked by. Pure: no
 * Kafka, no clock, no state.
 *
 * <p>Reads {@code catalogue/disciplines.yaml} (or another text of the same form), gives a
 * {@link org.podium.streams.catalogue.RuleChoice} for an RSC. Uses {@code org.podium.streams.rank},
 * {@code org.podium.model.id} and {@code MarkKind} of {@code org.podium.model.wire}, and no other package of the
 * project. The form and how to change it: {@code docs/catalogue.md}.
 */
@NullMarked
package org.podium.streams.catalogue;

import org.jspecify.annotations.NullMarked;
