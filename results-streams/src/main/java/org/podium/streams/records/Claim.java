package org.podium.streams.records;

import org.podium.model.id.CompetitorId;
import org.podium.model.id.OrganisationCode;
import org.podium.model.mark.Quantity;

/**
 * A mark that equals or breaks at least one record of the reference list, whatever became of that record since.
 *
 * @param mark as it is shown, since records are compared as they are shown
 */
public record Claim(CompetitorId competitor, OrganisationCode organisation, Quantity mark) {}
