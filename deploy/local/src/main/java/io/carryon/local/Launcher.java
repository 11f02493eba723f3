package io.carryon.local;

import io.carryon.local.process.StartFailed;
import java.io.IOException;
import java.sql.SQLException;

/** The main class behind {@code deploy/run}. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Console console = new Console(System.out);
        try {
            LocalRun run = new LocalRun(Options.parse(arguments), System.getenv(), console);
            Runtime.getRuntime().addShutdownHook(new Thread(run::stop, "stop"));
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
}
