package io.carryon.local.services;

import java.util.List;

/** The three services and what each is allowed to take. */
public enum Service {
    PROFILE("customer-profile-service", 8081, "160m", "52m"),
    TICKETING("ticket-service", 8082, "128m", "42m"),

    /** Its large mails go to the old part at once, which a young part of the usual third would leave too small. */
    GATEWAY("channel-gateway", 8080, "176m", "32m");

    /** In the order in which people read them. */
    public static final List<Service> FROM_THE_FRONT = List.of(GATEWAY, PROFILE, TICKETING);

    private final String module;
    private final int usualPort;
    private final String heap;
    private final String young;

    Service(String module, int usualPort, String heap, String young) {
        this.module = module;
        this.usualPort = usualPort;
        this.heap = heap;
        this.young = young;
    }

    /** Its folder, and its name in messages and in run.json. */
    public String module() {
        return module;
    }

    public int usualPort() {
        return usualPort;
    }

    /** The most that all objects may take. */
    String heap() {
        return heap;
    }

    /** The most of it that is for new objects. */
    String young() {
        return young;
    }
}
