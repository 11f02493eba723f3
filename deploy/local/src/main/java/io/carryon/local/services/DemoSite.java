package io.carryon.local.services;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A web site with the chat's widget, so that it can be tried at once. A user's own sites take its place. */
public final class DemoSite {

    /** Names the site in its pages. */
    public static final String KEY = "demo-site-of-this-machine";

    private static final String PREFIX = "CARRYON_SITES_";

    private static final int SECRET_BYTES = 32;

    private final int gateway;
    private final int page;
    private final String secret;

    /**
     * @param gateway the gateway's port, which serves the page to try
     * @param page port of whoever serves a page of another origin
     */
    public DemoSite(int gateway, int page) {
        this.gateway = gateway;
        this.page = page;
        var random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        this.secret = HexFormat.of().formatHex(random);
    }

    /** Adds what the gateway is to know, but for what is set already. */
    public void addTo(Map<String, String> variables) {
        variables.putIfAbsent("CARRYON_HUMAN_PHONE", "+49 30 5550100");
        variables.putIfAbsent("CARRYON_WIDGET_DEMO_PAGE", "true");
        if (variables.keySet().stream().noneMatch(name -> name.startsWith(PREFIX))) {
            variables.put(PREFIX + "DEMO_KEY", KEY);
            variables.put(PREFIX + "DEMO_TITLE", "Carryon Support");
            variables.put(PREFIX + "DEMO_ORIGINS", String.join(",", origins()));
            variables.put(PREFIX + "DEMO_ARTICLE_PAGE", "http://localhost:" + gateway + "/help/articles/{id}");
            variables.put(PREFIX + "DEMO_SECRET", secret);
        }
    }

    /** What a program that tries the widget needs to know. */
    public Map<String, Object> facts() {
        return Map.of("key", KEY, "origins", origins(), "page", page, "secret", secret);
    }

    private List<String> origins() {
        return Stream.of(gateway, page)
                .flatMap(port -> Stream.of("http://localhost:" + port, "http://127.0.0.1:" + port))
                .toList();
    }
}
