package io.carryon.ticketing.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * When a thread that works in rounds begins the next one: after a pause, or when it is woken, but then a moment after
 * it began the last one at the earliest, so that what comes together is one round's. Who was idle begins at once.
 */
public final class Rounds {

    private final Semaphore wake = new Semaphore(0);
    private final Duration apart;
    private long begun;

    /**
     * @param apart the least between the beginnings of a round and of the next one it is woken for
     */
    public Rounds(Duration apart) {
        this.apart = apart;
        this.begun = System.nanoTime() - apart.toNanos();
    }

    /** There is something to do; called by anybody. */
    public void wake() {
        wake.release();
    }

    /** Returns when the thread's next round begins, at once after no pause: there is more to do. */
    public void await(Duration pause) throws InterruptedException {
        if (!pause.isZero()) {
            if (wake.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                TimeUnit.NANOSECONDS.sleep(begun + apart.toNanos() - System.nanoTime());
                wake.drainPermits();
            }
        }
        begun = System.nanoTime();
    }
}
