package io.carryon.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs a program and starts it again when it dies. */
public final class Supervised {

    private static final List<String> OF_THE_SESSION =
            List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "USER");
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LIVED_LONG_ENOUGH = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 25;

    private static final ScheduledExecutorService RESTARTS = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("restarts").factory());

    private final Program program;
    private final PidFile pidFile;
    private final Consumer<String> news;
    private volatile Process process;
    private volatile boolean established;
    private volatile boolean stopping;
    private long startedNanos;
    private Duration pause = Duration.ZERO;

    public Supervised(Program program, Path pidFile, Consumer<String> news) {
        this.program = program;
        this.pidFile = new PidFile(pidFile);
        this.news = news;
    }

    public Program program() {
        return program;
    }

    public long pid() {
        return process.pid();
    }

    /** Starts the process and returns at once. */
    public synchronized void start() throws IOException {
        if (stopping) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(Detached.of(program.command()));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(OF_THE_SESSION);
        environment.putAll(program.environment());
        Files.createDirectories(program.log().getParent());
        builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile()));
        startedNanos = System.nanoTime();
        process = builder.start();
        pidFile.write(process.toHandle(), program.stopSignal());
        var unused = process.onExit().thenAccept(this::exited);
    }

    /** Waits until the program answers; from then on it is started again whenever it dies. */
    public void awaitReady() throws StartFailed {
        long deadline = System.nanoTime() + program.patience().toNanos();
        while (!program.readiness().ready(pid())) {
            if (!established && !process.isAlive()) {
                throw failed("stopped while it was starting (exit code " + process.exitValue() + ")");
            }
            if (System.nanoTime() > deadline) {
                throw failed("did not answer within " + program.patience().toSeconds() + " s");
            }
            pause(POLL_MILLIS);
        }
        established = true;
    }

    private StartFailed failed(String what) {
        return new StartFailed(program.name() + " " + what + ". Its log ends with:\n" + LogTail.of(program.log()));
    }

    private void exited(Process dead) {
        if (stopping || !established || !dead.equals(process)) {
            return;
        }
        boolean livedLong = System.nanoTime() - startedNanos > LIVED_LONG_ENOUGH.toNanos();
        pause = livedLong || pause.isZero() ? Duration.ofMillis(200) : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        news.accept(program.name() + " died (exit code " + dead.exitValue() + "), starting it again");
        var unused = RESTARTS.schedule(this::startAgain, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void startAgain() {
        try {
            start();
            Thread.ofVirtual().start(this::reportReturn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reportReturn() {
        long began = System.nanoTime();
        long mine = pid();
        try {
            awaitReady();
            if (mine == pid() && !stopping) {
                news.accept("%s is back after %.1f s".formatted(program.name(), (System.nanoTime() - began) / 1e9));
            }
        } catch (StartFailed e) {
            news.accept(e.getMessage());
        }
    }

    /** Stops the process in good order, by force when that takes longer than the grace. */
    public void stop(Duration grace) {
        stopping = true;
        Process current;
        synchronized (this) {
            current = process;
        }
        try {
            if (current != null) {
                Signals.stop(current.toHandle(), program.stopSignal(), grace);
            }
            pidFile.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a program to start", e);
        }
    }
}
