package io.carryon.gateway.email;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.contact.ContactIntake;
import io.carryon.gateway.contact.DirectoryArchive;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.Original;
import io.carryon.gateway.contact.Quarantine;
import io.carryon.gateway.email.loop.MailStorms;
import io.carryon.gateway.email.loop.TestStormConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The intake of mail with a real archive; broker and database remember what they were told, and do as a test says. */
final class TestIntake {

    private final List<Contact> published = new ArrayList<>();
    private final List<IntakeLog.Arrival> noted = new ArrayList<>();
    private final Map<String, String> held = new LinkedHashMap<>();
    private final List<UUID> bounced = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final ReplyToken tokens = new ReplyToken("secret");
    private final MailConfig config = new TestMailConfig();
    private final Mailboxes mailboxes = TestMailboxes.of(Map.of());
    private final Archive archive;
    private final MailIntake intake;
    private Consumer<Contact> broker = contact -> {};
    private BiPredicate<UUID, String> bounces = (reply, reason) -> true;

    TestIntake(Path folder) {
        var storms = new MailStorms(new TestStormConfig(10, 3));
        archive = new DirectoryArchive(folder, Duration.ZERO, Clock.systemUTC());
        var thread = new MailThread(tokens);
        var forwards = new StaffForwards(config, mailboxes, thread);
        var contacts = new MailContact(config, mailboxes, forwards, thread, archive, storms);
        var reading = new MailReading(archive, config, mailboxes, contacts, tokens, Clock.systemUTC());
        var log = new Log();
        var quarantine = new Held();
        var settling =
                new MailSettling(new Broker(), quarantine, this::report, (reply, address) -> missing.add(address));
        intake = new MailIntake(
                reading,
                settling,
                new MailAside(
                        archive,
                        quarantine,
                        log,
                        mailboxes,
                        contacts,
                        storms,
                        (connection, isVerified, mail, bytes) -> told.add(mail.fromAddress()),
                        Clock.systemUTC()),
                new LargeMails(archive, config),
                log);
    }

    MailIntake intake() {
        return intake;
    }

    Archive archive() {
        return archive;
    }

    List<Contact> published() {
        return published;
    }

    List<IntakeLog.Arrival> noted() {
        return noted;
    }

    /** Reasons by delivery key. */
    Map<String, String> held() {
        return held;
    }

    /** Replies that were told to have come back, once for each time they were. */
    List<UUID> bounced() {
        return bounced;
    }

    /** Senders who were told that their mail is too large. */
    List<String> told() {
        return told;
    }

    /** Addresses that were told not to exist. */
    List<String> missing() {
        return missing;
    }

    List<String> reasons() {
        return reasons;
    }

    String messageIdOf(UUID reply) {
        return tokens.messageId(reply, UUID.randomUUID(), "carryon.test");
    }

    void onPublish(Consumer<Contact> broker) {
        this.broker = broker;
    }

    void onBounce(BiPredicate<UUID, String> bounces) {
        this.bounces = bounces;
    }

    private boolean report(UUID reply, String reason) {
        bounced.add(reply);
        reasons.add(reason);
        return bounces.test(reply, reason);
    }

    private final class Broker extends ContactIntake {

        Broker() {
            super(null, new SimpleMeterRegistry());
        }

        @Override
        public void publish(Contact contact) {
            broker.accept(contact);
            synchronized (published) {
                published.add(contact);
            }
        }
    }

    private final class Held extends Quarantine {

        Held() {
            super(null, Clock.systemUTC());
        }

        @Override
        public void hold(String deliveryKey, Channel channel, String connection, String reason, Original original) {
            held.put(deliveryKey, reason);
        }
    }

    private final class Log extends IntakeLog {

        Log() {
            super(null, new SimpleMeterRegistry(), Clock.systemUTC());
        }

        @Override
        public void note(Collection<Arrival> arrivals) {
            noted.addAll(arrivals);
        }

        @Override
        public Map<String, Outcome> notedDeliveries(Collection<String> keys) {
            return noted.stream()
                    .filter(row -> keys.contains(row.deliveryKey()))
                    .collect(Collectors.toMap(Arrival::deliveryKey, Arrival::outcome));
        }

        @Override
        public Set<UUID> knownEntries(Collection<UUID> ids) {
            return noted.stream()
                    .filter(row -> row.outcome() != Outcome.QUARANTINED)
                    .map(Arrival::entryId)
                    .filter(ids::contains)
                    .collect(Collectors.toSet());
        }
    }
}
