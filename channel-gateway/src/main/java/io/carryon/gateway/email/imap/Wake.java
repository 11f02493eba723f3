package io.carryon.gateway.email.imap;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets the reader sleep until there may be mail, and ends all waiting when the gateway stops. */
final class Wake {

    private final Semaphore hints = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);

    void now() {
        hints.release();
    }

    /** Returns at a hint, at the stop, or after the longest time. */
    void sleep(Duration longest) {
        try {
            if (hints.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                hints.drainPermits();
            }
        } catch (InterruptedException e) {
            stop();
        }
    }

    /** Returns at the stop or after this time, whatever arrives meanwhile. */
    void pause(Duration time) {
        try {
            if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                hints.release();
            }
        } catch (InterruptedException e) {
            stop();
        }
    }

    void stop() {
        stopped.countDown();
        hints.release();
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
