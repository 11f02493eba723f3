package io.carryon.gateway.email;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does a piece of work on a thread of its own, and does without its result when that takes too long. */
record TimeLimit(Duration longest) {

    /** The work was given up. */
    static final class Exceeded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Exceeded(Duration longest) {
            super("It took longer than " + longest.toSeconds() + " s");
        }
    }

    /** The work's result; throws what the work throws, and {@link Exceeded} at the limit. */
    <T> T of(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("mail-reading").start(task);
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new Exceeded(longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The gateway stops", e);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case RuntimeException failure -> failure;
                case Error error -> throw error;
                default -> new IllegalStateException(e.getCause());
            };
        }
    }
}
