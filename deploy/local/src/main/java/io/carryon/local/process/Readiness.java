package io.carryon.local.process;

/** Tells whether a process answers its clients. */
@FunctionalInterface
public interface Readiness {

    boolean ready(long pid);
}
