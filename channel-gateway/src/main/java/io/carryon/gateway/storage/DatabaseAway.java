package io.carryon.gateway.storage;

import java.util.function.Predicate;

/** For retries: only what passes is worth a wait; a mistake goes to the dead letters. */
public final class DatabaseAway implements Predicate<Throwable> {

    @Override
    public boolean test(Throwable failure) {
        return StorageException.isPassing(failure);
    }
}
