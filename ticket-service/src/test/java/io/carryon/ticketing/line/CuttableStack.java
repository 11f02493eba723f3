package io.carryon.ticketing.line;

import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The real stack, its PostgreSQL behind a line that tests can cut; {@link CuttableLine} says how. */
public final class CuttableStack implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "carryon.postgres.url";
    private static final Pattern PLACE = Pattern.compile("//([^:/]+):(\\d+)/");

    private final LocalStackResource stack = new LocalStackResource();
    private CuttableLine line;

    @Override
    public void init(Map<String, String> arguments) {
        stack.init(arguments);
    }

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(stack.start());
        var place = PLACE.matcher(settings.get(URL));
        if (!place.find()) {
            throw new IllegalStateException("No host and port in " + settings.get(URL));
        }
        try {
            line = CuttableLine.to(place.group(1), Integer.parseInt(place.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.put(URL, place.replaceFirst("//127.0.0.1:" + line.port() + "/"));
        settings.put("carryon.test.postgres.switch", String.valueOf(line.switchPort()));
        return settings;
    }

    @Override
    public void stop() {
        line.close();
        stack.stop();
    }
}
