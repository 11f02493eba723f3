package io.carryon.gateway.messenger;

import io.carryon.gateway.door.TokenDoors;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a configured connection must have. What is wrong stops the start and names the connection, never a secret. */
public final class Setup {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,50}");

    private final String setting;

    /** @param setting under which the connection is configured, its name included */
    private Setup(String setting) {
        this.setting = setting;
    }

    /** @throws IllegalStateException when the name cannot stand in an address */
    public static Setup of(String setting, String name) {
        var setup = new Setup(setting + "." + name);
        if (!NAME.matcher(name).matches()) {
            throw setup.wrong("its name must be 1 to 50 letters, digits and . _ -");
        }
        return setup;
    }

    /** The secret itself or the file it is in; stops the start when it has neither or another shape. */
    public String secret(String what, Optional<String> given, Optional<Path> file, Pattern shape) {
        return TokenDoors.secret(given, file)
                .filter(secret -> shape.matcher(secret).matches())
                .orElseThrow(
                        () -> wrong("it needs a right %1$s or %1$s-file, which matches %2$s".formatted(what, shape)));
    }

    private IllegalStateException wrong(String what) {
        return new IllegalStateException(setting + ": " + what);
    }

    /** Compares in a time that tells nothing. */
    public static boolean isSame(String given, String secret) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
