package io.carryon.profile.matching;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names on social platforms and messengers in one form. */
public final class PlatformNames {

    private static final Pattern ADDRESS =
            Pattern.compile("^(?:https?://)?(?:[\\w-]+\\.)+[a-z]{2,}/(?:in/|u/|user/)?", Pattern.CASE_INSENSITIVE);

    private PlatformNames() {}

    /** Platform and name, such as {@code telegram:ana}, from "@Ana" or "https://t.me/ana". */
    public static String normal(String platform, String written) {
        var name = ADDRESS.matcher(written.strip())
                .replaceFirst("")
                .replaceAll("[/?#].*$", "")
                .replaceAll("^@+", "");
        return (platform.strip() + ":" + name).toLowerCase(Locale.ROOT);
    }
}
