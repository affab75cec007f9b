package org.podium.lab.recording;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.podium.model.id.CompetitorId;
import org.podium.model.mark.Quantity;
import org.podium.model.wire.Component;
import org.podium.model.wire.Entry;
import org.podium.model.wire.Irm;
import org.podium.model.wire.IrmMark;
import org.podium.model.wire.Mark;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.rank.Performance;
import org.podium.streams.rank.Score;

/**
 * The marks and IRMs that stand at the end of a recording. Recordings are in order and without gaps, so the last word
 * on each mark stands: this knows nothing of gaps, parking or sources, which the topology's tests are about.
 */
public final class RecordedMarks {

    private static final Comparator<Score> ORDER =
            Comparator.comparing(Score::kind).thenComparing(Score::point).thenComparingInt(Score::attempt);

    private final Map<String, @Nullable Integer> startOrders = new TreeMap<>();
    private final Map<String, Map<List<Object>, Score>> scores = new HashMap<>();
    private final Map<String, Map<String, Irm>> irms = new HashMap<>();

    @SafeVarargs
    static RecordedMarks of(UnitDefinition definition, List<VenueEvent>... sources) {
        RecordedMarks marks = new RecordedMarks();
        definition.getEntries().forEach(marks::enter);
        for (List<VenueEvent> source : sources) {
            source.forEach(marks::apply);
        }
        return marks;
    }

    List<Score> scores() {
        return scores.values().stream().flatMap(all -> all.values().stream()).toList();
    }

    List<Performance> performances() {
        return startOrders.keySet().stream().map(this::performance).toList();
    }

    private Performance performance(String competitor) {
        Map<String, Irm> byPoint = new HashMap<>(irms.getOrDefault(competitor, Map.of()));
        Irm irm = byPoint.remove("");
        List<Score> made = scores.getOrDefault(competitor, Map.of()).values().stream()
                .sorted(ORDER)
                .toList();
        return new Performance(CompetitorId.parse(competitor), startOrders.get(competitor), null, made, irm, byPoint);
    }

    private void apply(VenueEvent event) {
        if (event.getStartList() != null) {
            event.getStartList().forEach(this::enter);
        }
        Mark mark = event.getMark();
        if (mark != null) {
            Score score = score(mark);
            scores.computeIfAbsent(
                            mark.getCompetitor(), competitor -> new TreeMap<>(Comparator.comparing(List::toString)))
                    .put(List.of(score.kind(), score.point(), score.attempt()), score);
        }
        IrmMark irm = event.getIrm();
        if (irm != null) {
            Map<String, Irm> byPoint = irms.computeIfAbsent(irm.getCompetitor(), competitor -> new HashMap<>());
            if (irm.getIrm() == null) {
                byPoint.remove(irm.getPoint());
            } else {
                byPoint.put(irm.getPoint(), irm.getIrm());
            }
        }
    }

    private void enter(Entry entry) {
        startOrders.put(entry.getCompetitor(), entry.getStartOrder());
    }

    /** What a rule is given of a mark. */
    public static Score score(Mark mark) {
        Map<String, Quantity> components = new HashMap<>();
        for (Component component : mark.getComponents()) {
            components.put(component.getName(), new Quantity(component.getValue()));
        }
        return new Score(
                mark.getKind(),
                mark.getPoint(),
                mark.getAttempt(),
                mark.getOutcome(),
                mark.getValue() == null ? null : new Quantity(mark.getValue()),
                components);
    }
}
