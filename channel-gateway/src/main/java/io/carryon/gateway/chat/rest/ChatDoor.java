package io.carryon.gateway.chat.rest;

import io.carryon.gateway.chat.ChatConfig;
import io.carryon.gateway.chat.ChatPages;
import io.carryon.gateway.chat.ChatSession;
import io.carryon.gateway.chat.ChatTalk;
import io.carryon.gateway.chat.FrameAllowance;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.site.PageOrigin;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Lets those in who hold a chat's token, at the pace a socket has too. */
@ApplicationScoped
public class ChatDoor {

    /** In it a browser sends the chat's token: neither a cookie nor what other tokens come in. */
    static final String HEADER = "Carryon-Chat-Token";

    private static final int LONGEST = 128;
    private static final int REMEMBERED = 10_000;

    private final Map<UUID, FrameAllowance> allowances = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, FrameAllowance> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final ChatTalk talk;
    private final ChatPages pages;
    private final HttpServerRequest request;
    private final ChatConfig config;
    private final Clock clock;

    /** @param request the one at work */
    public ChatDoor(ChatTalk talk, ChatPages pages, HttpServerRequest request, ChatConfig config, Clock clock) {
        this.talk = talk;
        this.pages = pages;
        this.request = request;
        this.config = config;
        this.clock = clock;
    }

    /** The open chat of the token; 401 when it is not good for one, 403 from another site's page, 429 for too many calls. */
    ChatSession enter(String token) {
        var session = token == null || token.isBlank() || token.length() > LONGEST
                ? null
                : talk.sessionOf(token).orElse(null);
        if (session == null) {
            throw ProblemException.of(
                    401,
                    "unauthorized",
                    "The chat needs a valid token",
                    "Send the token of an open chat as " + HEADER + ", or have the site open a new chat.");
        }
        pages.check(session, PageOrigin.of(request));
        if (!allowance(session.sessionId()).take()) {
            throw ProblemException.tooMany(
                    "Wait as long as Retry-After says; nothing acknowledged is lost.", Duration.ofSeconds(1));
        }
        return session;
    }

    private FrameAllowance allowance(UUID sessionId) {
        synchronized (allowances) {
            return allowances.computeIfAbsent(
                    sessionId, id -> new FrameAllowance(config.burst(), config.burstPeriod(), clock));
        }
    }
}
