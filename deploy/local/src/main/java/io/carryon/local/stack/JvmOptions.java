package io.carryon.local.stack;

import java.util.List;

/** Options that differ between Java versions. */
public final class JvmOptions {

    /** Newer Javas warn about what Netty and compression libraries do; there is nothing to do about it here. */
    public static final List<String> QUIET = Runtime.version().feature() >= 23
            ? List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
            : List.of("--enable-native-access=ALL-UNNAMED");

    private JvmOptions() {}
}
