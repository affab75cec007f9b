package org.podium.streams.validate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.podium.model.id.CompetitorId;
import org.podium.model.id.InvalidIdException;
import org.podium.model.id.OrganisationCode;
import org.podium.model.wire.CompetitorType;
import org.podium.model.wire.Entry;

/** The starters that entries name, with all that is wrong about them. */
record Starters(List<Starter> starters, List<String> problems, boolean unknownSymbol) {

    static Starters of(List<Entry> entries) {
        List<Starter> starters = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<CompetitorId> seen = new HashSet<>();
        boolean unknownSymbol = false;
        for (Entry entry : entries) {
            try {
                Starter starter = starter(entry);
                starters.add(starter);
                if (!seen.add(starter.competitor())) {
                    problems.add("competitor %s is there twice".formatted(starter.competitor()));
                }
            } catch (InvalidIdException e) {
                problems.add(e.getMessage());
            }
            if (entry.getType() == CompetitorType.UNKNOWN) {
                unknownSymbol = true;
            }
            if ((entry.getStartOrder() != null && entry.getStartOrder() < 1)
                    || (entry.getLot() != null && entry.getLot() < 1)) {
                problems.add("start order and lot of %s have to be 1 or more".formatted(entry.getCompetitor()));
            }
        }
        return new Starters(starters, problems, unknownSymbol);
    }

    private static Starter starter(Entry entry) {
        return new Starter(
                CompetitorId.parse(entry.getCompetitor()),
                entry.getName(),
                OrganisationCode.parse(entry.getOrganisation()),
                entry.getType(),
                entry.getStartOrder(),
                entry.getBib(),
                entry.getLot(),
                entry.getMembers());
    }
}
