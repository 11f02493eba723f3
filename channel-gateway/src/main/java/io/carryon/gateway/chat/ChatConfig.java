package io.carryon.gateway.chat;

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

    /** Frames a socket may send at once, and again after each period. */
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
}
