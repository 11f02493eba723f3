package io.carryon.gateway.phone.cti;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The telephone systems that push their calls to us. */
@ConfigMapping(prefix = "carryon.cti")
public interface CtiConfig {

    /** The gateway's address as providers reach it; sipgate is told to send a call's further events there. */
    Optional<URI> publicUrl();

    /** By name; the name scopes call ids and is part of a call's identity for good. */
    Map<String, Connection> connections();

    /** Whose format a connection speaks. */
    enum Kind {
        GENERIC,
        SIPGATE,
        PLACETEL
    }

    /** One telephone system. */
    interface Connection {

        @WithDefault("generic")
        Kind kind();

        /** The secret part of its URL: 16 to 128 letters, digits and {@code . _ ~ -}. */
        Optional<String> token();

        /** A file with the token, instead of it. */
        Optional<Path> tokenFile();

        /** placetel: the shared secret its pushes are signed with; not checked when left out. */
        Optional<String> secret();

        /** A file with that secret, instead of it. */
        Optional<Path> secretFile();

        /** ISO country of its national numbers; {@code carryon.phone.region} when left out. */
        Optional<String> region();

        /** Callers who are answered with busy; {@code *} stands for any digits. */
        Optional<List<NumberPattern>> blocked();

        /** The number shown to whom we call, as {@code called=shown}; the first that fits counts. */
        Optional<List<NumberRule>> outbound();

        /** The queue of a call, as {@code dialled number or the telephone system's queue=queue}. */
        Optional<List<NumberRule>> queues();
    }
}
