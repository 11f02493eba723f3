package io.carryon.local.stack;

import java.util.List;

/** Options that depend on the machine and the Java version. */
public final class JvmOptions {

    /** Newer Javas warn about what Netty and compression libraries do; there is nothing to do about it here. */
    public static final List<String> QUIET = Runtime.version().feature() >= 23
            ? List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
            : List.of("--enable-native-access=ALL-UNNAMED");

    /**
     * On two cores seven processes with pools for both mostly wake one another. Before Java 24 a lock could hold the only
     * thread that virtual threads then have.
     */
    public static final List<String> POOLS =
            Runtime.getRuntime().availableProcessors() <= 2 && Runtime.version().feature() >= 24
                    ? List.of("-XX:ActiveProcessorCount=1")
                    : List.of();

    /**
     * What a storm of work leaves behind goes back to the system, and objects take fewer bytes where the Java can do so.
     */
    public static final List<String> FRUGAL = frugal(Runtime.version().feature());

    private JvmOptions() {}

    private static List<String> frugal(int java) {
        if (java >= 25) {
            return List.of("-XX:TrimNativeHeapInterval=30000", "-XX:+UseCompactObjectHeaders");
        }
        return java >= 22 ? List.of("-XX:TrimNativeHeapInterval=30000") : List.of();
    }
}
