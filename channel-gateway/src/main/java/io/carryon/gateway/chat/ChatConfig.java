package io.carryon.gateway.chat;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the chat needs to know. */
@ConfigMapping(prefix = "carryon.chat")
public interface ChatConfig {

    /** The socket's address as the visitors' browsers reach it. */
    @WithDefault("ws://localhost:8080/v1/chat/ws")
    String socketUrl();

    /** How long a session's token is good for. */
    @WithDefault("24h")
    Duration sessionTtl();

    /** How long a socket may stay silent before its hello. */
    @WithDefault("10s")
    Duration helloWithin();

    /** How many messages of its visitor a chat takes. */
    @WithDefault("1000")
    int messages();

    /** How many sockets of one chat may be open at a time: its visitor's tabs. The oldest is closed beyond. */
    @WithDefault("5")
    int tabs();

    /** Frames a socket may send at once, and again after each period; the same for a chat's REST calls. */
    @WithDefault("20")
    int burst();

    /** The period in which as many frames as {@link #burst} are allowed. */
    @WithDefault("10s")
    Duration burstPeriod();

    /** Seconds between two pings of the server; a socket that answered none of two is closed. */
    int heartbeatSec();

    /** How long a frame may take to leave for a browser before its socket is given up. */
    @WithDefault("5s")
    Duration sendWithin();

    /** How often somebody who types is shown to the other side at most. */
    @WithDefault("1500ms")
    Duration typingEvery();

    /** How long it is shown that somebody types when nothing more is heard of it. */
    @WithDefault("5s")
    Duration typingFor();

    /** Nothing automatic is said to a visitor who wrote or typed within so long: a burst of messages is one turn. */
    @WithDefault("4s")
    Duration turn();

    /** After so long without a word on who is available, nobody is. */
    @WithDefault("3m")
    Duration availabilityFor();

    /** Files that visitors send. */
    Files files();

    /** What a chat takes of files. */
    interface Files {

        /** The most bytes of one. */
        @WithDefault("10000000")
        MemorySize most();

        /** How many a visitor may send in one chat. */
        @WithDefault("20")
        int perChat();

        /** What no message took for so long is taken out again. */
        @WithDefault("1d")
        Duration unusedFor();
    }
}
