package io.carryon.gateway.messenger;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What all messengers have in common. */
@ConfigMapping(prefix = "carryon.messenger")
public interface MessengerConfig {

    /** A user's messages are one contact until nobody, they or staff, has written for this long. */
    @WithDefault("24h")
    Duration silence();

    /** The largest webhook; WhatsApp posts up to 3 MB. */
    @WithDefault("4M")
    MemorySize body();

    /** Conversations worked on at once. */
    @WithDefault("4")
    int parallel();

    /** How often what another process took in, and what is to be tried again, is looked for. */
    Duration poll();

    /** A message somebody has worked on for longer counts as left behind by a crash. */
    @WithDefault("3m")
    Duration lease();

    /** The longest pause before what did not work is tried again; the first is a second. */
    @WithDefault("1m")
    Duration longestPause();

    /** For how long a webhook that comes again is known; providers repeat one for a week. */
    @WithDefault("30d")
    Duration remembered();

    /**
     * How long a state of a message that is not known yet is kept, which may be faster than the answer to its sending; and
     * how long a hint of ours is tried.
     */
    @WithDefault("2m")
    Duration statesWait();

    /** How often a group is told where to write instead. */
    @WithDefault("24h")
    Duration hintEvery();

    Media media();

    Http http();

    /** Files that customers send, which are fetched from the provider. */
    interface Media {

        /** The largest file that is kept. */
        @WithDefault("25M")
        MemorySize most();

        /** How long a message waits for its file while the provider does not give it; then it goes on without. */
        @WithDefault("10m")
        Duration patience();
    }

    /** Calls to providers. */
    interface Http {

        @WithDefault("5s")
        Duration connectWithin();

        /** The longest wait for the head of an answer. */
        @WithDefault("30s")
        Duration answerWithin();
    }
}
