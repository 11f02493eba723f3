package io.carryon.local.services;

import java.util.List;

/** The three services and what each is allowed to take. */
public enum Service {
    PROFILE("customer-profile-service", 8081, "160m"),
    TICKETING("ticket-service", 8082, "128m"),
    GATEWAY("channel-gateway", 8080, "208m");

    /** In the order in which people read them. */
    public static final List<Service> FROM_THE_FRONT = List.of(GATEWAY, PROFILE, TICKETING);

    private final String module;
    private final int usualPort;
    private final String heap;

    Service(String module, int usualPort, String heap) {
        this.module = module;
        this.usualPort = usualPort;
        this.heap = heap;
    }

    /** Its folder, and its name in messages and in run.json. */
    public String module() {
        return module;
    }

    public int usualPort() {
        return usualPort;
    }

    String heap() {
        return heap;
    }
}
