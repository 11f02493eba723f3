package io.carryon.bench;

import java.util.HashMap;
import java.util.Map;

/** Command line options of the form {@code --name value}. */
final class Options {

    private final Map<String, String> values = new HashMap<>();

    Options(String[] args) {
        for (var i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length) {
                throw new IllegalArgumentException("options are --name value, not " + args[i]);
            }
            values.put(args[i].substring(2), args[i + 1]);
        }
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return values.containsKey(name) ? Integer.parseInt(values.get(name)) : otherwise;
    }
}
