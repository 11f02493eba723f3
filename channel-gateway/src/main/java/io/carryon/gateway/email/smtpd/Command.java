package io.carryon.gateway.email.smtpd;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A command's verb in capitals, and the rest of its line. */
record Command(String verb, String rest) {

    private static final Pattern PATH =
            Pattern.compile("(?i)(FROM|TO):\\s*<([^<>\\p{Cntrl}]{0,320})>((?:\\s+\\S+)*)\\s*");
    /** The way a mail was once told to go, before the address; it means nothing any more. */
    private static final Pattern ROUTE = Pattern.compile("^@[^:]*:");

    static Command of(String line) {
        var space = line.indexOf(' ');
        var verb = space < 0 ? line : line.substring(0, space);
        var rest = space < 0 ? "" : line.substring(space + 1).strip();
        return new Command(verb.strip().toUpperCase(Locale.ROOT), rest);
    }

    /** An address with the parameters behind it, their names in capitals. */
    record Path(String address, Map<String, String> parameters) {

        boolean isAscii() {
            return address.chars().allMatch(c -> c < 128);
        }
    }

    /** The path behind {@code FROM:} or {@code TO:}; empty when this is none. */
    Optional<Path> path(String word) {
        var path = PATH.matcher(rest);
        if (!path.matches() || !path.group(1).equalsIgnoreCase(word)) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        for (var parameter : path.group(3).strip().split("\\s+")) {
            var parts = parameter.split("=", 2);
            if (!parts[0].isEmpty()) {
                parameters.put(parts[0].toUpperCase(Locale.ROOT), parts.length == 1 ? "" : parts[1]);
            }
        }
        return Optional.of(new Path(ROUTE.matcher(path.group(2)).replaceFirst(""), parameters));
    }
}
