package io.carryon.local;

import java.io.PrintStream;

/** Lines for the person who started it. */
final class Console {

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    /** One calm line for something that is up. */
    void ready(String name, long sinceNanos, String address) {
        line("  %-26s ready in %4.1f s   %s".formatted(name, (System.nanoTime() - sinceNanos) / 1e9, address));
    }

    void external(String name, String address) {
        line("  %-26s yours              %s".formatted(name, address));
    }
}
