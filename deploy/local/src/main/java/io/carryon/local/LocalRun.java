package io.carryon.local;

import io.carryon.local.demo.DemoCentre;
import io.carryon.local.demo.Doors;
import io.carryon.local.process.Program;
import io.carryon.local.process.StartFailed;
import io.carryon.local.process.Supervised;
import io.carryon.local.services.Connections;
import io.carryon.local.services.DemoSite;
import io.carryon.local.services.Service;
import io.carryon.local.services.ServicePrograms;
import io.carryon.local.stack.Databases;
import io.carryon.local.stack.EmbeddedParts;
import io.carryon.local.stack.Installation;
import io.carryon.local.stack.JvmCache;
import io.carryon.local.stack.Stack;
import io.carryon.local.tokens.Secrets;
import io.carryon.local.tokens.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One run on this machine, from nothing to ready and back. */
final class LocalRun {

    private final Options options;
    private final Map<String, String> environment;
    private final Console console;
    private final DataDirectory data;
    private final Installation installation;
    private final JvmCache cache;
    private final Stack parts;
    private final Stack services;
    private final Map<Service, Integer> servicePorts = new LinkedHashMap<>();
    private volatile boolean stopping;
    private RunFile runFile;

    LocalRun(Options options, Map<String, String> environment, Console console, JvmCache cache) {
        this.options = options;
        this.environment = environment;
        this.console = console;
        this.data = new DataDirectory(options.data());
        this.installation = new Installation(options.root());
        this.cache = cache;
        this.parts = new Stack(data.folder(), this::tell);
        this.services = new Stack(data.folder(), this::tell);
    }

    void start() throws IOException, StartFailed, SQLException {
        long began = System.nanoTime();
        data.occupy();
        parts.stopOrphans();
        LocalPorts ports = new LocalPorts(options.freePorts(), console);
        Secrets secrets = Secrets.in(data.folder().resolve("secrets"));
        Connections connections = new Connections(environment, ports.parts(), secrets, data.folder());
        console.line("Starting Carryon on " + data.folder());
        EmbeddedParts embedded = new EmbeddedParts(installation, data.folder(), ports.parts(), cache);
        new PartsStart(parts, embedded, environment, connections, console).start();
        if (!environment.containsKey("CARRYON_POSTGRES_URL")) {
            Databases.ensure(ports.parts().postgres(), "carryon");
        }
        for (Service service : Service.FROM_THE_FRONT) {
            servicePorts.put(service, ports.service(service));
        }
        DemoSite site = new DemoSite(ports.service(Service.GATEWAY), ports.page());
        runFile = new RunFile(data.folder(), connections, site, secrets, parts, services);
        if (!options.onlyParts()) {
            startServices(connections, site);
        }
        runFile.write(servicePorts);
        Welcome welcome = new Welcome(console, data.folder(), connections, secrets);
        if (options.onlyParts()) {
            welcome.toDevelopers();
        } else {
            if (options.demo()) {
                fillDemo(connections, secrets);
            }
            welcome.toEverybody(servicePorts, began);
        }
    }

    private void startServices(Connections connections, DemoSite site) throws StartFailed {
        ServicePrograms programs = new ServicePrograms(installation, data.folder(), cache);
        Map<String, String> shared =
                connections.withServices(servicePorts.get(Service.GATEWAY), servicePorts.get(Service.PROFILE));
        site.addTo(shared);
        long began = System.nanoTime();
        Map<Service, Supervised> started = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            started.put(service, services.start(programs.program(service, servicePorts.get(service), shared)));
        }
        for (Map.Entry<Service, Supervised> service : started.entrySet()) {
            service.getValue().awaitReady();
            console.ready(service.getKey().module(), began, "http://localhost:" + servicePorts.get(service.getKey()));
        }
    }

    private void fillDemo(Connections connections, Secrets secrets) throws IOException {
        Doors doors = new Doors(
                Map.of(
                        "gateway", "http://127.0.0.1:" + servicePorts.get(Service.GATEWAY),
                        "ticketing", "http://127.0.0.1:" + servicePorts.get(Service.TICKETING)),
                new Tokens(secrets.keys()));
        DemoCentre centre = new DemoCentre(
                data.folder(),
                doors,
                connections.get("CARRYON_SMTP_HOST"),
                Integer.parseInt(connections.get("CARRYON_SMTP_PORT")),
                connections.get("CARRYON_MAIL_ADDRESS"));
        try {
            int sent = centre.fill();
            console.line("  demo: " + (sent == 0 ? "the support centre is there already" : sent + " contacts sent"));
        } catch (IOException e) {
            // Carryon itself is up; the next --demo goes on where this one ended.
            console.line("  demo: " + e.getMessage());
        }
    }

    private void tell(String news) {
        if (stopping) {
            return;
        }
        console.line("  " + news);
        try {
            if (runFile != null) {
                runFile.write(servicePorts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was started; also after the stop. */
    List<Program> programs() {
        return Stream.of(services, parts)
                .flatMap(stack -> stack.running().stream())
                .map(Supervised::program)
                .toList();
    }

    /** Stops everything, services first, by force what takes longer than the grace; safe at any moment, also twice. */
    void stop(Duration grace) {
        if (!data.occupied()) {
            return;
        }
        stopping = true;
        console.line("Stopping Carryon");
        services.stop(grace);
        parts.stop(grace);
        try {
            data.leave();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console.line("Stopped. The data is in " + data.folder() + " and will be there at the next start.");
    }
}
