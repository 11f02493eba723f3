package io.carryon.local;

import io.carryon.local.services.Service;
import io.carryon.local.stack.FreePorts;
import io.carryon.local.stack.StackPorts;

/** Chooses the ports of a run: the usual ones, their next free neighbours, or any. */
final class LocalPorts {

    private final boolean any;
    private final Console console;
    private final StackPorts parts;

    LocalPorts(boolean any, Console console) {
        this.any = any;
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
    }

    StackPorts parts() {
        return parts;
    }

    int service(Service service) {
        return any ? FreePorts.take(1)[0] : near(service.module(), service.usualPort());
    }

    private int near(String name, int usual) {
        int port = FreePorts.from(usual);
        if (port != usual) {
            console.line("Port " + usual + " is busy; " + name + " takes " + port + " instead");
        }
        return port;
    }
}
