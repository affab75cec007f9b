package org.podium.streams.failover;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the transactions that instances left open which are no longer in the group. Kafka itself ends them after their
 * timeout; until then nobody reads past them, neither clients of results nor the instance that takes over.
 *
 * <pre>
 *   instance dies ──► its session ends ──► the others rebalance ──► they end its transaction ──► readers go on
 * </pre>
 *
 * <p>An instance whose transaction is ended although it lives (it was stopped for longer than its session) is fenced:
 * it gives up what it did and joins again. Who is in the group is told by its members' client ids, which Kafka Streams
 * makes of application and process as it makes the transactional ids; when they are chosen otherwise, nothing is ended.
 */
public final class AbandonedTransactions implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AbandonedTransactions.class);

    /** A look is two requests; a rebalance takes some hundreds of milliseconds. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;
    private final String application;
    private final Pattern ids;
    private final Supplier<KafkaStreams.State> state;
    private final Looks looks;

    /** Whether the group changed since it was last looked at in peace. Used by the one thread. */
    private boolean changed;

    /**
     * Starts to look whenever the group changes.
     *
     * @param admin is closed with it
     * @param application id of the Kafka Streams application, which is its group, too
     * @param state of the instance
     */
    public AbandonedTransactions(Admin admin, String application, Supplier<KafkaStreams.State> state) {
        this.admin = admin;
        this.application = application;
        this.ids = Pattern.compile(
                Pattern.quote(application) + "-(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})-.*");
        this.state = state;
        this.looks = Looks.start("abandoned-transactions", PAUSE, this::lookIfChanged);
    }

    /** False when Kafka could not be asked. */
    private boolean lookIfChanged() throws InterruptedException {
        boolean rebalancing = state.get() == KafkaStreams.State.REBALANCING;
        changed |= rebalancing;
        if (!changed) {
            return true;
        }
        try {
            end();
            changed = rebalancing;
            return true;
        } catch (ExecutionException | RuntimeException e) {
            log.atWarn()
                    .addKeyValue("application", application)
                    .addKeyValue(
                            "reason",
                            Objects.requireNonNullElse(e.getCause(), e).getMessage())
                    .log("transactions of instances that are gone could not be looked for; trying again");
            return false;
        }
    }

    /**
     * Ends those that are open now.
     *
     * @return transactional ids of those that were ended
     * @throws ExecutionException when Kafka does not answer, or refuses to
     */
    public Set<String> end() throws ExecutionException, InterruptedException {
        // Transactions first: who is in none of the group's members after its transaction was seen had left before.
        Set<String> open = open();
        if (open.isEmpty()) {
            return Set.of();
        }
        List<Optional<String>> members = members();
        if (members.isEmpty() || members.contains(Optional.<String>empty())) {
            return Set.of();
        }
        Set<String> abandoned =
                open.stream().filter(id -> !members.contains(process(id))).collect(Collectors.toUnmodifiableSet());
        if (!abandoned.isEmpty()) {
            admin.fenceProducers(abandoned).all().get();
            log.atWarn()
                    .addKeyValue("transactions", abandoned)
                    .log("ended transactions of instances that are no longer in the group");
        }
        return abandoned;
    }

    private Set<String> open() throws ExecutionException, InterruptedException {
        KafkaFuture<Collection<TransactionListing>> listed = admin.listTransactions(
                        new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
                .all();
        return listed.get().stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> process(id).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Processes of the members; an empty one where a member does not tell. */
    private List<Optional<String>> members() throws ExecutionException, InterruptedException {
        ConsumerGroupDescription group = Objects.requireNonNull(
                admin.describeConsumerGroups(Set.of(application)).all().get().get(application));
        return group.members().stream()
                .map(MemberDescription::clientId)
                .map(this::process)
                .toList();
    }

    /** The process that a transactional id or a client id names; empty when it is not one of the application. */
    private Optional<String> process(String id) {
        Matcher matcher = ids.matcher(id);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Looks no more. */
    @Override
    public void close() {
        looks.close();
        admin.close(Duration.ZERO);
    }
}
