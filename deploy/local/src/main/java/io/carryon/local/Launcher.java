package io.carryon.local;

import io.carryon.local.aot.AotCache;
import io.carryon.local.process.StartFailed;
import io.carryon.local.stack.Installation;
import io.carryon.local.stack.Stack;
import java.io.IOException;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The main class behind {@code deploy/run}. */
public final class Launcher {

    /** Kept here because the logging framework forgets levels of loggers nobody holds. */
    private static final Logger ROOT = Logger.getLogger("");

    private Launcher() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        // The console is for the person who started it, not for what libraries have to say.
        ROOT.setLevel(Level.WARNING);
        Console console = new Console(System.out);
        try {
            Options options = Options.parse(arguments);
            if (options.train()) {
                System.exit(train(options) ? 0 : 1);
            }
            AotCache cache = new AotCache(new Installation(options.root()));
            LocalRun run = new LocalRun(options, System.getenv(), console, cache);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> run.stop(Stack.GRACE), "stop"));
            run.start();
            Thread.currentThread().join();
        } catch (Options.Wrong e) {
            console.line(e.getMessage());
            System.exit(2);
        } catch (StartFailed | SQLException e) {
            console.line(e.getMessage());
            System.exit(1);
        }
    }

    private static boolean train(Options options) throws IOException {
        Training training = new Training(options);
        Runtime.getRuntime().addShutdownHook(new Thread(training::abort, "abort"));
        return training.make();
    }
}
