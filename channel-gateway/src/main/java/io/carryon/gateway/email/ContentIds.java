package io.carryon.gateway.email;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The ids by which HTML refers to files of its mail (RFC 2392). */
final class ContentIds {

    private static final Pattern REFERENCE = Pattern.compile("(?i)cid:([^\"'\\s<>)]{1,255})");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private ContentIds() {}

    /** All it refers to; none for null. */
    static Set<String> shownBy(String html) {
        var ids = new HashSet<String>();
        if (html != null) {
            var references = REFERENCE.matcher(html);
            while (references.find()) {
                ids.add(references.group(1));
                ids.add(unescaped(references.group(1)));
            }
        }
        return ids;
    }

    /** The id as the file's own header has it. */
    static String unescaped(String id) {
        // In an address a plus is a plus.
        var escaped = BROKEN_ESCAPE.matcher(id).replaceAll("%25").replace("+", "%2B");
        return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    }
}
