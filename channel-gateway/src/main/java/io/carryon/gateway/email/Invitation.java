package io.carryon.gateway.email;

import io.carryon.gateway.contact.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words what a calendar file (RFC 5545) asks for, for mails that bring one and no text. */
final class Invitation {

    private static final int LINES_READ = 1000;
    private static final int CHARACTERS_READ = 100_000;
    private static final int VALUE_LIMIT = 2000;
    private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]");
    private static final Pattern LINE = Pattern.compile("\r?\n|\r");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([nN,;\\\\])");
    private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})\\d{2}(Z)?)?");

    private Invitation() {}

    /** What, when and where of its first event, a line each; empty when it has no event. */
    static String asText(String calendar) {
        var event = event(calendar);
        return Stream.of(
                        joined(": ", answer(event), event.get("SUMMARY")),
                        joined(" - ", event.get("DTSTART"), event.get("DTEND")),
                        event.get("LOCATION"),
                        event.get("DESCRIPTION"))
                .filter(line -> line != null && !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** What is not an invitation says so: METHOD is CANCEL, or REPLY with what the invited one answered. */
    private static String answer(Map<String, String> event) {
        var method = event.getOrDefault("METHOD", "").toUpperCase(Locale.ROOT);
        return method.equals("REPLY") ? event.get("PARTSTAT") : method.equals("CANCEL") ? method : null;
    }

    private static String joined(String by, String one, String other) {
        return Stream.of(one, other).filter(Objects::nonNull).collect(Collectors.joining(by));
    }

    private static Map<String, String> event(String calendar) {
        var values = new LinkedHashMap<String, String>();
        var inside = new ArrayList<String>();
        for (var line : lines(calendar)) {
            var colon = endOfName(line);
            var name = line.substring(0, Math.max(0, colon)).strip();
            var value = line.substring(colon + 1).strip();
            var field = name.split(";", 2)[0].toUpperCase(Locale.ROOT);
            if (field.equals("BEGIN")) {
                inside.add(value.toUpperCase(Locale.ROOT));
            } else if (field.equals("END")) {
                if (value.equalsIgnoreCase("VEVENT")) {
                    return values;
                }
                inside.remove(value.toUpperCase(Locale.ROOT));
            } else if (inside.equals(List.of("VCALENDAR", "VEVENT")) || field.equals("METHOD")) {
                values.putIfAbsent(field, read(name, value));
                parameter(name, "PARTSTAT").ifPresent(said -> values.putIfAbsent("PARTSTAT", said));
            }
        }
        return inside.contains("VEVENT") ? values : Map.of();
    }

    private static List<String> lines(String calendar) {
        var unfolded = FOLD.matcher(Text.cut(calendar, CHARACTERS_READ)).replaceAll("");
        return LINE.splitAsStream(unfolded).limit(LINES_READ).toList();
    }

    /** The colon that ends name and parameters, which may themselves have one in quotes. */
    private static int endOfName(String line) {
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            quoted = (line.charAt(i) == '"') != quoted;
            if (line.charAt(i) == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> parameter(String name, String wanted) {
        return Stream.of(name.split(";"))
                .filter(one -> one.regionMatches(true, 0, wanted + "=", 0, wanted.length() + 1))
                .map(one -> one.substring(wanted.length() + 1))
                .findFirst();
    }

    private static String read(String name, String value) {
        var time = TIME.matcher(value);
        if (!time.matches()) {
            return Text.cut(ESCAPED.matcher(value).replaceAll(Invitation::unescaped), VALUE_LIMIT);
        }
        var day = "%s-%s-%s".formatted(time.group(1), time.group(2), time.group(3));
        if (time.group(4) == null) {
            return day;
        }
        var zone = time.group(6) == null
                ? parameter(name, "TZID").map(id -> " " + id).orElse("")
                : " UTC";
        return "%s %s:%s%s".formatted(day, time.group(4), time.group(5), zone);
    }

    private static String unescaped(MatchResult escaped) {
        var c = escaped.group(1);
        return c.equalsIgnoreCase("n") ? "\n" : c.equals("\\") ? "\\\\" : c;
    }
}
