package org.podium.streams.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.podium.model.id.Rsc;
import org.podium.model.serde.TrustedRecords;
import org.podium.model.wire.Entry;
import org.podium.model.wire.FeedFlag;
import org.podium.model.wire.Irm;
import org.podium.model.wire.Mark;
import org.podium.model.wire.MarkKind;
import org.podium.model.wire.RankingRule;
import org.podium.model.wire.UnitDefinition;
import org.podium.model.wire.VenueEvent;

/**
 * Makes up units. A unit is a function of the seed and its number: it is the same however many others there are. The
 * ranking rules take turns. Now and then somebody does not start, a mark is corrected, or an IRM is given and taken
 * back.
 */
public final class Simulator {

    private static final int UNITS_OF_A_CODE = 1_000_000;
    private static final int ONE_IN = 3;
    private static final int ONE_IN_MARKS = 20;
    private static final int LETTERS = 26;

    /** As many as took part in Paris in 2024, and as a medal table has at the most. */
    private static final int ORGANISATIONS = 206;

    private final long seed;
    private final SimulationSettings settings;

    public Simulator(long seed, SimulationSettings settings) {
        this.seed = seed;
        this.settings = settings;
        TrustedRecords.add(
                VenueEvent
                        .class); // the builders of messages fill in defaults with Avro, which makes only what it trusts
    }

    /** After how many units the sports come round again. */
    public static int sports() {
        return Sports.ALL.size();
    }

    /** So many units, with the numbers from 0. */
    public List<SimulatedUnit> units(int number) {
        return IntStream.range(0, number).mapToObj(this::unit).toList();
    }

    /**
     * The unit with this number.
     *
     * @param number 0 to 999,999
     * @throws IndexOutOfBoundsException when it is not
     */
    public SimulatedUnit unit(int number) {
        if (number < 0 || number >= UNITS_OF_A_CODE) {
            throw new IndexOutOfBoundsException("there is no simulated unit " + number);
        }
        // Random takes 48 bits of a seed and mixes them badly: multiplied by the golden ratio, seeds that follow one
        // another become unlike, and the shift brings the upper bits in.
        long mixed = (seed * UNITS_OF_A_CODE + number) * 0x9E3779B97F4A7C15L;
        Random dice = new Random(mixed ^ (mixed >>> 32));
        Sport sport = Sports.ALL.get(number % Sports.ALL.size());
        List<Entry> starters = starters(sport, number);
        UnitDefinition definition = definition(sport, number, starters);
        return new SimulatedUnit(
                definition,
                script(sport, definition, starters, dice).events(settings.start(), settings.duration(), dice));
    }

    private Script script(Sport sport, UnitDefinition definition, List<Entry> starters, Random dice) {
        Script script = new Script(definition);
        script.startList(starters);
        List<String> competing =
                new ArrayList<>(starters.stream().map(Entry::getCompetitor).toList());
        Field all = new Field(competing, settings.marksEach(), dice);
        if (competing.size() > 2 && all.onceIn(ONE_IN)) {
            script.irm(competing.removeLast(), Irm.DNS);
        }
        script.begin();
        Field field = new Field(competing, settings.marksEach(), dice);
        for (Mark mark : sport.marks(field)) {
            if (mark.getKind() == MarkKind.TIME && field.onceIn(ONE_IN_MARKS)) {
                script.correct(script.mark(Script.misread(mark)), mark);
            } else {
                script.mark(mark);
            }
        }
        if (field.onceIn(ONE_IN)) {
            script.withdraw(script.irm(field.competitors().getFirst(), Irm.DSQ));
        }
        script.end();
        return script;
    }

    private List<Entry> starters(Sport sport, int number) {
        int size = Math.min(settings.competitors(), sport.most());
        return IntStream.rangeClosed(1, size)
                .mapToObj(order -> Entry.newBuilder()
                        .setCompetitor("SIM%d-%d".formatted(number, order))
                        .setName("SIMULATED %s %d".formatted(sport.noun(), number * size + order))
                        .setOrganisation(organisation(number * size + order))
                        .setStartOrder(order)
                        .setBib(Integer.toString(order))
                        .setLot(order)
                        .build())
                .toList();
    }

    /** From XAA on, codes that no organisation has. */
    private static String organisation(int number) {
        int code = Math.floorMod(number, ORGANISATIONS);
        return "X" + (char) ('A' + code / LETTERS) + (char) ('A' + code % LETTERS);
    }

    private UnitDefinition definition(Sport sport, int number, List<Entry> starters) {
        String venue = settings.venues().get(number % settings.venues().size()).toString();
        boolean isFinal = number % settings.unitsAFinal() == 0;
        return UnitDefinition.newBuilder()
                .setCompetition(settings.competition().toString())
                .setUnit(rsc(sport, number, isFinal ? "FNL-" : "HEAT").toString())
                .setFeed(FeedFlag.PRODUCTION)
                .setDisciplineName(sport.name())
                .setEventName("SIMULATED %s Event %d".formatted(sport.noun(), number))
                .setUnitName(isFinal ? "Final" : "Heat")
                .setVenue(venue)
                .setVenueName("SIMULATED Venue " + venue)
                .setSource("SIMULATOR-1")
                .setScheduledStart(settings.start())
                .setRule(new RankingRule(sport.rule(), sport.parameters()))
                .setMedalEvent(isFinal)
                .setMedals(isFinal ? medals(starters.size()) : List.of())
                .setEntries(starters)
                .build();
    }

    private static List<Integer> medals(int starters) {
        return starters == 2 ? List.of(1, 2) : List.of(1, 2, 3);
    }

    /** Each unit is an event of its own, so that they spread over all partitions. */
    private static Rsc rsc(Sport sport, int number, String phase) {
        return Rsc.parse(sport.discipline() + "O" + "SIM%06d---------".formatted(number) + phase + "000100--");
    }
}
