package io.carryon.profile.documents;

import com.mongodb.MongoInterruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Makes one request of what several callers ask for at the same time: while requests are under way, the next ones
 * gather. A caller who is alone does not wait for others.
 *
 * @param <Q> what a caller asks
 * @param <A> what it is answered
 */
final class Gathering<Q, A> {

    /** Callers served by one request. */
    static final int MOST_TOGETHER = 64;

    private static final int REQUESTS_AT_ONCE = 2;

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
    private final Semaphore free = new Semaphore(REQUESTS_AT_ONCE);
    private final Request<Q, A> request;

    Gathering(Request<Q, A> request) {
        this.request = request;
    }

    /** Returns the answer, or throws what the request failed with. */
    A ask(Q question) {
        var errand = new Errand<Q, A>(question);
        waiting.add(errand);
        if (free.tryAcquire()) {
            serveOnce();
        }
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

    /** Serves one load on the caller's thread; who has gathered meanwhile must not wait for that caller to return. */
    private void serveOnce() {
        try {
            serveThoseWaiting();
        } finally {
            free.release();
        }
        if (!waiting.isEmpty() && free.tryAcquire()) {
            Thread.startVirtualThread(this::serveOnce);
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
            return;
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
