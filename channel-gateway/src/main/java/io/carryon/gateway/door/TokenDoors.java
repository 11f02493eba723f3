package io.carryon.gateway.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Connections that are known by a secret token, as of systems that can send nothing but an address. Of a token only its
 * hash is kept, so that no log line can give it away. What is wrong in the configuration stops the start, never naming a
 * secret.
 */
public final class TokenDoors<T> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,50}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~-]{16,128}");

    private record Door<T>(byte[] tokenHash, T connection) {}

    private final String setting;
    private final List<Door<T>> doors = new ArrayList<>();

    /** @param setting under which the connections are configured, for what is wrong with one */
    public TokenDoors(String setting) {
        this.setting = setting;
    }

    /**
     * Adds a connection once its name and token are right.
     *
     * @throws IllegalStateException naming the connection when they are not
     */
    public void add(String name, Optional<String> token, Optional<Path> tokenFile, Supplier<T> connection) {
        if (!NAME.matcher(name).matches()) {
            throw wrong(name, "its name must be 1 to 50 letters, digits and . _ -");
        }
        var given = secret(token, tokenFile).orElseThrow(() -> wrong(name, "it needs a token or a token-file"));
        if (!TOKEN.matcher(given).matches()) {
            throw wrong(name, "its token must be 16 to 128 letters, digits and . _ ~ -");
        }
        if (with(given).isPresent()) {
            throw wrong(name, "its token is another connection's too");
        }
        doors.add(new Door<>(hash(given), connection.get()));
    }

    /** The connection with this token. */
    public Optional<T> with(String token) {
        var hash = hash(token);
        T found = null;
        // All are compared, so that the time taken tells nothing.
        for (var door : doors) {
            if (MessageDigest.isEqual(door.tokenHash(), hash)) {
                found = door.connection();
            }
        }
        return Optional.ofNullable(found);
    }

    /** All of them. */
    public Stream<T> connections() {
        return doors.stream().map(Door::connection);
    }

    /** Why the service does not start. */
    public IllegalStateException wrong(String name, String what) {
        return new IllegalStateException(setting + "." + name + ": " + what);
    }

    /** A secret as it is configured: itself, or the file it is in. */
    public static Optional<String> secret(Optional<String> given, Optional<Path> file) {
        return given.or(() -> file.map(TokenDoors::read));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("A configured file with a secret cannot be read", e);
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
