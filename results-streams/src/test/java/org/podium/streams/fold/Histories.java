package org.podium.streams.fold;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.podium.model.wire.EventKind;
import org.podium.model.wire.Irm;
import org.podium.model.wire.ResultStatus;
import org.podium.model.wire.ScheduleStatus;
import org.podium.model.wire.VenueEvent;
import org.podium.streams.bench.Voice;

/**
 * What one source may say about a unit, sense and nonsense mixed: statuses that may and may not follow, marks that are
 * too good, competitors whom nobody knows, corrections and withdrawals of anything, with and without a reason.
 */
public final class Histories {

    /** One thing said, whatever its number will be. */
    private interface Saying {
        VenueEvent at(long sequence);
    }

    private Histories() {}

    /** Events of one source with the sequences 1, 2, 3 ... */
    public static Arbitrary<List<VenueEvent>> of(Voice voice, int most) {
        return sayings(voice).list().ofMinSize(1).ofMaxSize(most).map(sayings -> {
            List<VenueEvent> events = new ArrayList<>();
            // So that something comes of the rest.
            events.add(voice.status(1, ResultStatus.START_LIST));
            sayings.forEach(saying -> events.add(saying.at(events.size() + 1)));
            return List.copyOf(events);
        });
    }

    private static Arbitrary<Saying> sayings(Voice voice) {
        Arbitrary<String> competitors = Arbitraries.of("C1", "C2", "C3", "C4", "C5", "C6");
        Arbitrary<Saying> statuses =
                Arbitraries.of(ResultStatus.class).map(status -> sequence -> voice.status(sequence, status));
        Arbitrary<Saying> schedules =
                Arbitraries.of(ScheduleStatus.class).map(status -> sequence -> voice.schedule(sequence, status));
        Arbitrary<Saying> times = Combinators.combine(
                        competitors, Arbitraries.of("3.01", "9.80", "9.81", "9.82", "9.83"))
                .as((competitor, time) -> sequence -> voice.time(sequence, competitor, time));
        Arbitrary<Saying> irms = Combinators.combine(
                        competitors, Arbitraries.of(Irm.DNS, Irm.DNF, Irm.DSQ).injectNull(0.3))
                .as((competitor, irm) -> sequence -> voice.irm(sequence, competitor, irm));
        Arbitrary<Saying> lists = competitors
                .set()
                .ofMaxSize(4)
                .map(starters -> sequence -> voice.startList(sequence, starters.toArray(String[]::new)));
        Arbitrary<Saying> plain = Arbitraries.oneOf(statuses, schedules, times, times, irms, lists);
        Arbitrary<Saying> reasoned =
                plain.map(saying -> sequence -> Voice.because(saying.at(sequence), "the jury has decided"));
        Arbitrary<Saying> corrections = Combinators.combine(
                        plain, Arbitraries.integers().between(1, 12))
                .as((saying, back) -> sequence -> Voice.correcting(sequence - back, saying.at(sequence)));
        Arbitrary<Saying> withdrawals = Arbitraries.integers()
                .between(0, 12)
                .map(back -> sequence -> voice.withdrawal(sequence, sequence - back));
        Arbitrary<Saying> notices = Arbitraries.just(sequence -> voice.notice(sequence, "TOO_LARGE"));
        Arbitrary<Saying> takeovers = Arbitraries.just(
                sequence -> voice.event(sequence, EventKind.TAKEOVER).build());
        return Arbitraries.oneOf(plain, plain, reasoned, corrections, withdrawals, notices, takeovers);
    }
}
