package io.carryon.gateway.email.smtpd;

import io.carryon.gateway.email.MailHandover;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jboss.logging.Logger;

/** Listens for mails by SMTP and LMTP for as long as the gateway runs, at those ports that are configured. */
@ApplicationScoped
public class SmtpServer {

    private static final Logger LOG = Logger.getLogger(SmtpServer.class);

    private final SmtpdConfig config;
    private final Recipients recipients;
    private final MailHandover handover;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Map<Protocol, SmtpListener> listeners = new EnumMap<>(Protocol.class);

    SmtpServer(SmtpdConfig config, Recipients recipients, MailHandover handover, MeterRegistry metrics, Clock clock) {
        this.config = config;
        this.recipients = recipients;
        this.handover = handover;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A port or a certificate that cannot be had stops the start: mails would wait elsewhere, and nobody see why. */
    void start(@Observes StartupEvent started) {
        var tls = config.tlsKeystore()
                .map(keystore -> Tls.checked(keystore, config.tlsPassword().orElse("")));
        if (config.tlsRequired() && tls.isEmpty()) {
            throw new IllegalStateException("carryon.smtpd.tls-required needs carryon.smtpd.tls-keystore");
        }
        config.port().ifPresent(port -> listen(Protocol.SMTP, port, tls));
        config.lmtpPort().ifPresent(port -> listen(Protocol.LMTP, port, tls));
    }

    private void listen(Protocol protocol, int port, Optional<Tls> tls) {
        try {
            var told = new ListenerRecord(protocol, metrics, clock);
            var listener = new SmtpListener(protocol, port, config, recipients, handover, tls, told);
            listeners.put(protocol, listener);
            LOG.infof("Mail is taken by %s at port %d", protocol, listener.port());
        } catch (IOException e) {
            throw new UncheckedIOException("Port %d cannot be had for %s".formatted(port, protocol), e);
        }
    }

    /** How each listener does, by its protocol. */
    Map<Protocol, String> states() {
        var states = new EnumMap<Protocol, String>(Protocol.class);
        listeners.forEach((protocol, listener) -> states.put(protocol, listener.state()));
        return states;
    }

    /** The port listened at for SMTP, where one is. */
    public OptionalInt smtpPort() {
        return port(Protocol.SMTP);
    }

    /** The port listened at for LMTP, where one is. */
    public OptionalInt lmtpPort() {
        return port(Protocol.LMTP);
    }

    private OptionalInt port(Protocol protocol) {
        var listener = listeners.get(protocol);
        return listener == null ? OptionalInt.empty() : OptionalInt.of(listener.port());
    }

    void stop(@Observes ShutdownEvent stopping) {
        listeners.values().forEach(listener -> {
            try {
                listener.close();
            } catch (IOException e) {
                LOG.debugf("A listener did not close: %s", e.getMessage());
            }
        });
    }
}
