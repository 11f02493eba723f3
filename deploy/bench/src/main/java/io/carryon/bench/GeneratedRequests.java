package io.carryon.bench;

import io.carryon.bench.generated.ApiDocument;
import io.carryon.bench.generated.GeneratedRun;
import java.nio.file.Path;
import java.util.List;

/** Requests that are made up from a service's OpenAPI document, valid and invalid: none may find a fault in the service. */
final class GeneratedRequests {

    private static final int CUSTOMERS = 12;

    private GeneratedRequests() {}

    public static void main(String[] args) throws Exception {
        var options = new Options(args);
        var service = options.text("service", "ticket-service");
        var stack = new RunningStack(Path.of(options.text("run", ".carryon/run.json")));
        var api = new CarryonApi(stack);
        for (var i = 0; i < CUSTOMERS; i++) {
            var key = "generated-%d-%d".formatted(System.nanoTime(), i);
            api.request(key, "Maria Weber", key + "@generated.example", "Refund of order " + i, "I still wait for it.");
        }
        var document = ApiDocument.of(Http.get(stack.url(service) + "/q/openapi?format=json", stack.token("admin"))
                .body());
        var tokens =
                List.of(stack.token("admin"), stack.token("supervisor"), stack.token("agent"), stack.token("portal"));
        var seed = options.number("seed", 1);
        System.out.printf("Seed %d%n", seed);
        var holds = new GeneratedRun(document, stack.url(service), tokens, seed).run(options.number("requests", 6_000));
        System.exit(holds ? 0 : 1);
    }
}
