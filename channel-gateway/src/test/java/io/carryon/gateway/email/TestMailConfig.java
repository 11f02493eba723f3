package io.carryon.gateway.email;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Support of the tests, whose border server is mx.carryon.test. */
public record TestMailConfig(long maxBytes, Duration readingLimit, boolean resultsBelowReceived) implements MailConfig {

    /** Mails up to a megabyte, ample time. */
    public TestMailConfig() {
        this(1_000_000, Duration.ofSeconds(30), false);
    }

    @Override
    public String address() {
        return "support@carryon.test";
    }

    @Override
    public long largeBytes() {
        return 200_000;
    }

    @Override
    public int readAtOnce() {
        return 2;
    }

    @Override
    public String name() {
        return "Support";
    }

    @Override
    public Optional<String> replyTo() {
        return Optional.empty();
    }

    @Override
    public boolean replyAddressToken() {
        return true;
    }

    @Override
    public Optional<Set<String>> staff() {
        return Optional.of(Set.of("amy@partner.example", "@carryon.test"));
    }

    @Override
    public Optional<Set<String>> ownAddresses() {
        return Optional.empty();
    }

    @Override
    public Optional<Set<String>> trustedAuthservIds() {
        return Optional.of(Set.of("mx.carryon.test"));
    }

    @Override
    public Optional<String> tooLargeNotice() {
        return Optional.of("Yours has {size}, we read {limit}.");
    }
}
