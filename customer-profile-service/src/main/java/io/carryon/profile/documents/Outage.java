package io.carryon.profile.documents;

import com.mongodb.MongoException;
import java.util.stream.Stream;
import org.bson.BsonMaximumSizeExceededException;

/**
 * Tells a database that is away, read-only or otherwise unwilling, which passes, from a change it will never take.
 *
 * <p>Only what is proven to be the change's own fault counts as such: of all that a database can say, no list of
 * passing conditions is complete.
 */
public final class Outage {

    private Outage() {}

    /** True when the failure or one of its causes is the database's and not the fault of what was asked. */
    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .map(Outage::verdict)
                        .filter(verdict -> verdict != Verdict.UNKNOWN)
                        .findFirst()
                        .orElse(Verdict.UNKNOWN)
                == Verdict.AWAY;
    }

    private enum Verdict {
        AWAY,
        REFUSED,
        UNKNOWN
    }

    private static Verdict verdict(Throwable failure) {
        return switch (failure) {
            case RefusedChangeException refused -> refused.isTheChangesFault() ? Verdict.REFUSED : Verdict.AWAY;
            case BsonMaximumSizeExceededException tooLarge -> Verdict.REFUSED;
            case MongoException away -> Verdict.AWAY;
            default -> Verdict.UNKNOWN;
        };
    }
}
