package io.carryon.profile.documents;

import com.mongodb.MongoInterruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Makes one request of what several callers ask for at the same time: while one is under way, the next ones gather. A
 * caller who is alone does not wait for others.
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
    private final AtomicBoolean isFree = new AtomicBoolean(true);
    private final Request<Q, A> request;

    Gathering(Request<Q, A> request) {
        this.request = request;
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
        if (isFree.compareAndSet(true, false)) {
            Thread.startVirtualThread(this::serve);
        }
    }

    private void serve() {
        try {
            while (!waiting.isEmpty()) {
                serveThoseWaiting();
            }
        } finally {
            isFree.set(true);
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
