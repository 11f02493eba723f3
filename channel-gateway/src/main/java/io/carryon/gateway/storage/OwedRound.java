package io.carryon.gateway.storage;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * How a round of a job went that publishes what is owed to the broker.
 *
 * @param tried how many there were
 * @param settled how many of them owe nothing any more
 * @param brokerIsThere false when the round ended at one that the broker did not take
 */
public record OwedRound(int tried, int settled, boolean brokerIsThere) {

    private static final Logger LOG = Logger.getLogger(OwedRound.class);

    /**
     * Publishes one after the other; stops at the first that the broker does not take, as the others would wait as long.
     * One that fails for a reason of its own is logged and does not hold back those behind it.
     *
     * @param owing each named without personal data, as it may be logged
     * @param publish false when the broker does not take it in time
     * @param failed puts one behind the others for the next round
     */
    public static <T> OwedRound of(Collection<T> owing, Predicate<T> publish, Consumer<T> failed) {
        var settled = 0;
        for (var owed : owing) {
            try {
                if (!publish.test(owed)) {
                    failed.accept(owed);
                    return new OwedRound(owing.size(), settled, false);
                }
                settled++;
            } catch (RuntimeException e) {
                if (e instanceof StorageException storage && storage.isPassing()) {
                    throw e;
                }
                LOG.errorf(e, "What is owed of %s could not be published", owed);
                failed.accept(owed);
            }
        }
        return new OwedRound(owing.size(), settled, true);
    }

    /** Runs a job's round; a database that is away is only logged, as the next round comes by itself. */
    public static void whenStored(String what, Runnable round) {
        try {
            round.run();
        } catch (StorageException e) {
            if (!e.isPassing()) {
                throw e;
            }
            LOG.warnf("%s still to be published: %s", what, e.getMessage());
        }
    }
}
