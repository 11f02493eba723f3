package io.carryon.local.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.carryon.local.process.StartFailed;
import io.carryon.local.process.Supervised;
import io.carryon.local.stack.EmbeddedParts;
import io.carryon.local.stack.Installation;
import io.carryon.local.stack.JvmCache;
import io.carryon.local.stack.Stack;
import io.carryon.local.stack.StackPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;

/** The stack behind all tests of a Maven run: {@code TestStack <repository> <process to watch>}. */
public final class TestStack {

    private final Path folder;
    private final Watch watch = new Watch();
    private final StackPorts ports = StackPorts.free();
    private final Stack stack;
    private final Installation installation;

    private TestStack(Path root) {
        this.folder = root.resolve("deploy/local/target/test-stack");
        this.installation = new Installation(root);
        this.stack = new Stack(folder.resolve("data"), news -> System.err.println(news));
    }

    public static void main(String[] arguments) throws IOException, StartFailed, InterruptedException {
        TestStack tests = new TestStack(Path.of(arguments[0]));
        tests.watch.add(Long.parseLong(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(tests.stack::close, "stop"));
        tests.start();
        tests.watch.awaitEnd();
        System.exit(0);
    }

    private void start() throws IOException, StartFailed {
        stack.stopOrphans();
        Folders.delete(folder.resolve("data"));
        EmbeddedParts parts = new EmbeddedParts(installation, folder.resolve("data"), ports, JvmCache.NONE);
        // PostgreSQL's first start is work for one core, the Java parts for the other.
        List<Supervised> started =
                List.of(stack.start(parts.kafka()), stack.start(parts.mongodb()), stack.start(parts.mail()));
        stack.start(parts.postgres()).awaitReady();
        for (Supervised part : started) {
            part.awaitReady();
        }
        serve(new Leases(ports, folder));
    }

    private void serve(Leases leases) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/lease", exchange -> answer(exchange, leases));
        http.start();
        Path draft = folder.resolve("address.part");
        Files.writeString(draft, "http://127.0.0.1:" + http.getAddress().getPort());
        Files.move(draft, folder.resolve("address"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void answer(HttpExchange exchange, Leases leases) throws IOException {
        String name = parameter(exchange, "name");
        watch.add(Long.parseLong(parameter(exchange, "watch")));
        int status = 200;
        String body;
        try {
            body = leases.next(name);
        } catch (SQLException e) {
            status = 500;
            body = e.getMessage();
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String parameter(HttpExchange exchange, String name) {
        for (String pair : exchange.getRequestURI().getQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new IllegalArgumentException(name + " is missing");
    }
}
