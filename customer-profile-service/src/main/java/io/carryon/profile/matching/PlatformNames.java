package io.carryon.profile.matching;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names on social platforms and messengers in one form. */
public final class PlatformNames {

    private static final Pattern ADDRESS =
            Pattern.compile("^(?:https?://)?(?:[\\w-]+\\.)+[a-z]{2,}/(?:in/|u/|user/)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED = Pattern.compile(".*[?&]id=(\\d+).*");
    private static final Map<String, String> ALSO_CALLED =
            Map.of("twitter", "x", "ig", "instagram", "fb", "facebook", "tg", "telegram");

    private PlatformNames() {}

    /** Platform and name, such as {@code telegram:ana}, from "@Ana" or "https://t.me/ana". */
    public static String normal(String platform, String written) {
        var name = written.strip();
        var address = ADDRESS.matcher(name);
        if (address.lookingAt()) {
            var numbered = NUMBERED.matcher(name);
            name = numbered.matches()
                    ? numbered.group(1)
                    : name.substring(address.end()).replaceAll("[/?#].*$", "");
        }
        var called = platform.strip().toLowerCase(Locale.ROOT);
        return ALSO_CALLED.getOrDefault(called, called) + ":"
                + name.replaceAll("^@+", "").toLowerCase(Locale.ROOT);
    }
}
