package io.carryon.gateway.chat;

import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.site.PageOrigin;
import io.carryon.gateway.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/**
 * From which pages a chat that a site's widget opened may be led: those of the frame's own origin, and of the site. Whoever
 * names no page is no browser, and a chat that a site's server opened may be anywhere; the token alone decides then.
 */
@ApplicationScoped
public class ChatPages {

    private final Sites sites;
    private final URI socket;

    public ChatPages(Sites sites, ChatConfig config) {
        this.sites = sites;
        this.socket = URI.create(config.socketUrl());
    }

    /** 403 when a browser says that the page is another site's. */
    public void check(ChatSession session, PageOrigin page) {
        if (page.isTold() && sites.isClient(session.client()) && !isAllowed(session, page)) {
            throw ProblemException.of(
                    403,
                    "wrong-origin",
                    "This page may not lead chats of the site",
                    "Add the page's origin, scheme, host and port, to the site's origins.");
        }
    }

    /** A proxy may call us by another name than browsers do; the socket's address is theirs. */
    private boolean isAllowed(ChatSession session, PageOrigin page) {
        return page.isOurs()
                || page.isOf(socket)
                || sites.ofClient(session.client())
                        .filter(site -> site.has(page.origin()))
                        .isPresent();
    }
}
