package io.carryon.ticketing.wording;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with places to fill, written {@code {{name}}}. */
public final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,63}?)\\s*}}");

    private Template() {}

    /** The text with what is known in its places; a place nothing is known for stays. */
    public static String fill(String text, Map<String, String> known) {
        return PLACE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        known.containsKey(found.group(1)) ? harmless(known.get(found.group(1))) : found.group()));
    }

    /** The names of the places that are still to be filled, once each, in their order. */
    public static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** What a customer wrote makes no places of its own. */
    private static String harmless(String value) {
        return value.replace("{{", "{ {");
    }
}
