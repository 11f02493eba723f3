package io.carryon.profile.documents;

import com.mongodb.MongoInterruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Makes one request of what several callers ask for at the same time: while as many as may be are under way, the next
 * callers gather. A caller who is alone does not wait for others.
 *
 * @param <Q> what a caller asks
 * @param <A> what it is answered
 */
final class Gathering<Q, A> {

    /** Callers served by one request. */
    static final int MOST_TOGETHER = 64;

    /** Answers or fails every errand it is given. */
    @FunctionalInterface
    interface Request<Q, A> {
        void make(List<Errand<Q, A>> errands);
    }

    /** One caller's question and the place for its answer. */
    static final class Errand<Q, A> {

        private final Q question;
        private final CompletableFuture<A> answer = new CompletableFuture<>();

        private Errand(Q question) {
            this.question = question;
        }

        Q question() {
            return question;
        }

        void answer(A value) {
            answer.complete(value);
        }

        void fail(Throwable reason) {
            answer.completeExceptionally(reason);
        }
    }

    private final ConcurrentLinkedQueue<Errand<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final Request<Q, A> request;
    private final Semaphore free;
    private final Executor threads;

    /**
     * @param atOnce requests that may be under way, from 1
     * @param threads where they are made, each on one of its own
     */
    Gathering(Request<Q, A> request, int atOnce, Executor threads) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("nobody is served by " + atOnce + " requests at once");
        }
        this.request = request;
        this.free = new Semaphore(atOnce);
        this.threads = threads;
    }

    /** Returns the answer, or throws what the request failed with. */
    A ask(Q question) {
        var errand = new Errand<Q, A>(question);
        waiting.add(errand);
        beginUnlessBusy();
        try {
            return errand.answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MongoInterruptedException("interrupted while waiting for the database", e);
        } catch (ExecutionException e) {
            throw asThrown(e.getCause());
        }
    }

    /** Callers whose question is not under way yet. */
    int waiting() {
        return waiting.size();
    }

    /** On a thread of its own, which runs after those that are about to ask too. */
    private void beginUnlessBusy() {
        if (!free.tryAcquire()) {
            return;
        }
        try {
            threads.execute(this::serve);
        } catch (RuntimeException | Error e) {
            // No thread: whoever asks next tries again, and serves those who wait by now too.
            free.release();
            throw e;
        }
    }

    private void serve() {
        try {
            while (!waiting.isEmpty()) {
                serveThoseWaiting();
            }
        } finally {
            free.release();
        }
        if (!waiting.isEmpty()) {
            beginUnlessBusy();
        }
    }

    private void serveThoseWaiting() {
        var errands = new ArrayList<Errand<Q, A>>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            errands.add(next);
            if (errands.size() == MOST_TOGETHER) {
                break;
            }
        }
        if (errands.isEmpty()) {
            return; // Another request took them.
        }
        try {
            request.make(errands);
        } catch (RuntimeException | Error e) {
            errands.forEach(errand -> errand.fail(e));
        } finally {
            errands.forEach(errand -> errand.fail(new IllegalStateException("the request was not answered")));
        }
    }

    private static RuntimeException asThrown(Throwable failure) {
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
