package io.carryon.local;

import io.carryon.local.services.Service;
import io.carryon.local.stack.FreePorts;
import io.carryon.local.stack.StackPorts;
import java.util.EnumMap;
import java.util.Map;

/** Chooses the ports of a run: the usual ones, their next free neighbours, or any. */
final class LocalPorts {

    private static final int PAGE = 8090;

    private final Console console;
    private final StackPorts parts;
    private final Map<Service, Integer> services = new EnumMap<>(Service.class);
    private final int page;

    LocalPorts(boolean any, Console console) {
        this.console = console;
        this.parts = any
                ? StackPorts.free()
                : new StackPorts(
                        near("PostgreSQL", 15432),
                        near("Kafka", 19092),
                        near("Kafka's controller", 19192),
                        near("MongoDB", 17017),
                        near("SMTP", 13025),
                        near("IMAP", 13143));
        // Taken together, so that no two services get the same one.
        int[] free = FreePorts.take(Service.values().length + 1);
        for (Service service : Service.values()) {
            services.put(service, any ? free[service.ordinal()] : near(service.module(), service.usualPort()));
        }
        this.page = any ? free[Service.values().length] : PAGE;
    }

    StackPorts parts() {
        return parts;
    }

    int service(Service service) {
        return services.get(service);
    }

    /** Where a page of the demo site may be served; nothing listens there until somebody serves one. */
    int page() {
        return page;
    }

    private int near(String name, int usual) {
        int port = FreePorts.from(usual);
        if (port != usual) {
            console.line("Port " + usual + " is busy; " + name + " takes " + port + " instead");
        }
        return port;
    }
}
