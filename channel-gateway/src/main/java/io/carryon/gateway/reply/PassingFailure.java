package io.carryon.gateway.reply;

import io.carryon.gateway.storage.StorageException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.util.function.Predicate;

/** Tells a database that is away, in a statement or in a commit, from a mistake that would only be repeated. */
public final class PassingFailure implements Predicate<Throwable> {

    @Override
    public boolean test(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageException storage) {
                return storage.isPassing();
            }
            if (cause instanceof RollbackException || cause instanceof SystemException) {
                return true;
            }
        }
        return false;
    }
}
