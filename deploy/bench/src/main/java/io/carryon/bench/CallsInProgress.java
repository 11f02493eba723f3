package io.carryon.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Calls that are announced, walk through a menu and stay: how much more memory the gateway has resident then. */
final class CallsInProgress {

    private static final List<String> NODES = List.of("root", "orders", "delivery", "where", "other", "billing");

    private final RunningStack stack;
    private final Callers callers;

    private CallsInProgress(RunningStack stack, Callers callers) {
        this.stack = stack;
        this.callers = callers;
    }

    public static void main(String[] args) throws Exception {
        var options = new Options(args);
        var stack = new RunningStack(Path.of(options.text("run", ".carryon/run.json")));
        var callers = new Callers(stack, Long.toString(System.currentTimeMillis(), 36));
        var progress = new CallsInProgress(stack, callers);
        var done = progress.run(
                options.number("calls", 1_000),
                options.number("events", 5),
                options.number("rate", 10),
                options.number("most-mb", 200));
        System.exit(done ? 0 : 1);
    }

    private boolean run(int calls, int events, int rate, int most) throws IOException, InterruptedException {
        // What the code of these requests takes is no call's; it is there after the first hundred.
        var warm = Math.min(100, calls);
        var failed = Arrivals.at(rate, number -> number < warm, number -> comes(number, events));
        failed += Arrivals.at(rate, number -> number < warm, callers::hangUp);
        var before = gatewayMegabytes();
        failed += Arrivals.at(rate, number -> number < calls, number -> comes(warm + number, events));
        var during = gatewayMegabytes();
        System.out.printf(
                "%d calls in progress, %d events each: the gateway has %d MB resident, %d MB before: %+d MB%n",
                calls, events, during, before, during - before);
        failed += Arrivals.at(rate, number -> number < calls, number -> callers.hangUp(warm + number));
        System.out.printf("%d MB when all have ended, failed requests %d%n", gatewayMegabytes(), failed);
        return failed == 0 && during - before < most;
    }

    private void comes(int number, int events) throws IOException {
        callers.announce(number);
        for (var seq = 0; seq < events; seq++) {
            callers.passes(number, seq, NODES.get(seq % NODES.size()));
        }
    }

    private long gatewayMegabytes() throws IOException {
        return RunningStack.residentMegabytes(stack.processes().get("channel-gateway"));
    }
}
