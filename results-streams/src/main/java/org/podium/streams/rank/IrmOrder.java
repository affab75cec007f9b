package org.podium.streams.rank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.podium.model.wire.Irm;

/**
 * In what order those who bear an IRM are listed, which IRMs leave the rank alone (sailing, shooting), and which rank
 * behind everyone else (BMX racing, kayak cross, rowing, track cycling).
 */
final class IrmOrder {

    /**
     * Who went furthest first, who broke the rules last. No federation gives one order for all; finishers, LAP, DNF,
     * DNS, DSQ is the one of road racing and triathlon.
     */
    private static final List<Irm> USUAL = List.of(
            Irm.SCP, Irm.DPI, Irm.STP, Irm.XPA, Irm.ZFP, Irm.PRP, Irm.RDG, Irm.LAP, Irm.OVL, Irm.TLE, Irm.OTL, Irm.EL,
            Irm.CUT, Irm.FLT, Irm.RAL, Irm.REL, Irm.RT, Irm.RTD, Irm.FALL, Irm.NM, Irm.DNF, Irm.RET, Irm.INJ, Irm.ABD,
            Irm.BUW, Irm.FS, Irm.OCS, Irm.UFD, Irm.BFD, Irm.NSC, Irm.NC, Irm.WD, Irm.WDR, Irm.WDN, Irm.WO, Irm.FOR,
            Irm.DNC, Irm.DNS, Irm.DEF, Irm.EXC, Irm.DSQ, Irm.DQ, Irm.DNE, Irm.DQB);

    private final Map<Irm, Integer> positions = new EnumMap<>(Irm.class);
    private final Set<Irm> ranked = EnumSet.noneOf(Irm.class);
    private final Set<Irm> placed = EnumSet.noneOf(Irm.class);

    /**
     * @param first IRMs that are listed before all others, in this order
     * @param ranked IRMs that keep their rank
     * @param placed IRMs that rank behind everyone else
     */
    IrmOrder(List<Irm> first, Collection<Irm> ranked, Collection<Irm> placed) {
        List<Irm> order = new ArrayList<>(first);
        USUAL.stream().filter(irm -> !first.contains(irm)).forEach(order::add);
        for (Irm irm : Irm.values()) {
            int position = order.indexOf(irm);
            positions.put(irm, position < 0 ? order.size() : position);
        }
        this.ranked.addAll(ranked);
        this.placed.addAll(placed);
    }

    boolean keepsRank(Irm irm) {
        return ranked.contains(irm);
    }

    boolean isPlaced(Irm irm) {
        return placed.contains(irm);
    }

    int position(Irm irm) {
        return positions.getOrDefault(irm, Integer.MAX_VALUE);
    }
}
