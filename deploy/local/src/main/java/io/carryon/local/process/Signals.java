package io.carryon.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends signals to processes. */
final class Signals {

    private static final long A_KILL_TAKES_AT_MOST_SECONDS = 5;

    private Signals() {}

    static void stop(ProcessHandle process, String signal, Duration grace) throws IOException {
        if ("TERM".equals(signal)) {
            process.destroy();
        } else {
            // The shell's own kill is everywhere; the program of that name is not.
            await(
                    new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                            .start()
                            .toHandle(),
                    5_000);
        }
        if (!await(process, grace.toMillis())) {
            process.destroyForcibly();
            await(process, TimeUnit.SECONDS.toMillis(A_KILL_TAKES_AT_MOST_SECONDS));
        }
    }

    private static boolean await(ProcessHandle process, long millis) {
        try {
            process.onExit().get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
