package io.carryon.gateway.email.smtpd;

import io.carryon.gateway.contact.DirectoryArchive;
import io.carryon.gateway.email.ArrivedMail;
import io.carryon.gateway.email.ArrivedMail.Disposition;
import io.carryon.gateway.email.MailHandover;
import io.carryon.gateway.email.MailReceiver;
import io.carryon.gateway.email.TestMailConfig;
import io.carryon.gateway.email.TestMailboxes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener with a real archive, and the mails that reached the gateway by it. */
final class HandedOver implements MailReceiver, AutoCloseable {

    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> connections = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Path folder;
    private final SmtpListener listener;
    private volatile Disposition disposition = Disposition.PROCESSED;

    HandedOver(Protocol protocol, SmtpdConfig config, Path folder) throws IOException {
        this.folder = folder;
        var mail = new TestMailConfig();
        var mailboxes = TestMailboxes.of(Map.of("carryon.mailboxes.billing.address", "billing@carryon.test"));
        var archive = new DirectoryArchive(folder, Duration.ZERO, Clock.systemUTC());
        listener = new SmtpListener(
                protocol,
                0,
                config,
                new Recipients(mailboxes, config),
                new MailHandover(archive, this, mail, mailboxes),
                config.tlsKeystore()
                        .map(keystore ->
                                Tls.checked(keystore, config.tlsPassword().orElse(""))),
                new ListenerRecord(protocol, metrics, Clock.systemUTC()));
    }

    /** A counter of this name, by its tags. */
    double counted(String name, String... tags) {
        return metrics.get(name).tags(tags).counter().count();
    }

    String state() {
        return listener.state();
    }

    int port() {
        return listener.port();
    }

    /** Each with the fields of its envelope. */
    List<String> mails() {
        return mails;
    }

    /** The mailboxes that the mails were handed over to. */
    List<String> connections() {
        return connections;
    }

    void answering(Disposition next) {
        disposition = next;
    }

    /** Files in the archive's directory, unfinished ones included. */
    long files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Override
    public Map<String, Disposition> take(String connection, List<ArrivedMail> batch) {
        var mail = batch.getFirst();
        if (disposition != Disposition.LEFT) {
            connections.add(connection);
            mails.add(new String(mail.raw(), StandardCharsets.UTF_8));
        }
        return Map.of(mail.deliveryKey(), disposition);
    }

    @Override
    public Disposition takeLarge(String connection, String place, InputStream content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Disposition takeWithheld(String connection, String place, String why) {
        throw new UnsupportedOperationException();
    }

    /** Waits for nothing more than what a client has been told. */
    Optional<String> latest() {
        return mails.isEmpty() ? Optional.empty() : Optional.of(mails.getLast());
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
