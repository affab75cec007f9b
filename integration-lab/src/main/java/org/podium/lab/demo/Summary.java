package org.podium.lab.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.podium.lab.controlroom.Rejects;
import org.podium.lab.latency.Latencies;
import org.podium.lab.latency.Percentiles;
import org.podium.model.wire.Disposition;
import org.podium.model.wire.RejectReason;

/**
 * What a replay came to.
 *
 * @param events how many recorded events there are
 * @param wrongEvents what differs in them, one sentence an event
 */
record Summary(Watch watch, Rejects rejects, int events, List<String> wrongEvents) {

    /** Prints it; true when all is as it should be. */
    boolean tell(Narration narration) {
        Latencies latencies = watch.latencies();
        Percentiles percentiles = latencies.all();
        List<String> objections = watch.verdict().objections();
        narration.line("");
        narration.line("units      %d, of which %d became official".formatted(watch.units(), watch.official()));
        narration.line("ranks      %d of %d recorded units as officially recorded"
                .formatted(
                        watch.verdict().units() - objections.size(),
                        watch.verdict().units()));
        narration.line("events     %d of %d with qualification and ranking as officially recorded"
                .formatted(events - wrongEvents.size(), events));
        narration.line("results    %,d versions".formatted(watch.results()));
        narration.line("rejects    " + counts(Disposition.REJECTED));
        narration.line("flagged    " + counts(Disposition.FLAGGED));
        narration.line("parked     " + counts(Disposition.PARKED));
        narration.line("latency    %s, from the venue's agent to a client of the gateway".formatted(percentiles));
        narration.line("budget     %d ms, exceeded by %,d of %,d results"
                .formatted(Latencies.BUDGET.toMillis(), latencies.overBudget(), percentiles.count()));
        objections.forEach(objection -> narration.line("WRONG      " + objection));
        wrongEvents.forEach(objection -> narration.line("WRONG      " + objection));
        return watch.allAsExpected() && wrongEvents.isEmpty() && latencies.overBudget() == 0 && percentiles.count() > 0;
    }

    private String counts(Disposition disposition) {
        Map<RejectReason, Long> counts = rejects.byReason(reject -> reject.getDisposition() == disposition);
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
    }
}
