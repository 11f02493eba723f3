package io.carryon.gateway.email.smtpd;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Small limits that a test can reach. */
record TestSmtpdConfig(
        List<Network> clients, int maxConnections, Duration timeout, Optional<Path> tlsKeystore, boolean tlsRequired)
        implements SmtpdConfig {

    static TestSmtpdConfig ample() {
        return new TestSmtpdConfig(
                List.of(Network.valueOf("127.0.0.0/8")), 10, Duration.ofSeconds(30), Optional.empty(), false);
    }

    TestSmtpdConfig withClients(String network) {
        return new TestSmtpdConfig(
                List.of(Network.valueOf(network)), maxConnections, timeout, tlsKeystore, tlsRequired);
    }

    TestSmtpdConfig withConnections(int most) {
        return new TestSmtpdConfig(clients, most, timeout, tlsKeystore, tlsRequired);
    }

    TestSmtpdConfig withTimeout(Duration longest) {
        return new TestSmtpdConfig(clients, maxConnections, longest, tlsKeystore, tlsRequired);
    }

    TestSmtpdConfig withTlsRequired(Path keystore) {
        return new TestSmtpdConfig(clients, maxConnections, timeout, Optional.of(keystore), true);
    }

    @Override
    public Optional<Integer> port() {
        return Optional.of(0);
    }

    @Override
    public Optional<Integer> lmtpPort() {
        return Optional.of(0);
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public String name() {
        return "gateway.carryon.test";
    }

    @Override
    public Optional<Set<String>> recipients() {
        return Optional.of(Set.of("Billing@carryon.test", "störung@carryon.test"));
    }

    @Override
    public long maxBytes() {
        return 10_000;
    }

    @Override
    public int maxRecipients() {
        return 2;
    }

    @Override
    public int maxCommand() {
        return 500;
    }

    @Override
    public int maxErrors() {
        return 3;
    }

    @Override
    public Duration contentTimeout() {
        return timeout;
    }

    @Override
    public Optional<String> tlsPassword() {
        return Optional.of("secret");
    }
}
