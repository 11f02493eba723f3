package io.carryon.gateway.messenger;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Finds the port where tests have their {@link FakeProvider}, and tells the gateway of it. */
public final class ProviderPortResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var base = "http://localhost:" + free.getLocalPort();
            return Map.of("carryon.whatsapp.base-url", base + "/graph", "carryon.telegram.base-url", base);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
