package io.carryon.profile.documents;

import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import java.util.List;

/** Tells a database that is away, which comes back, from a request it will never take. */
public final class Outage {

    private static final List<Class<? extends MongoException>> KINDS = List.of(
            MongoSocketException.class,
            MongoClientException.class,
            MongoInterruptedException.class,
            MongoNotPrimaryException.class,
            MongoNodeIsRecoveringException.class);

    private Outage() {}

    /** True when the failure or one of its causes says that the database could not be reached. */
    public static boolean isBehind(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var seen = cause;
            if (KINDS.stream().anyMatch(kind -> kind.isInstance(seen))) {
                return true;
            }
        }
        return false;
    }
}
