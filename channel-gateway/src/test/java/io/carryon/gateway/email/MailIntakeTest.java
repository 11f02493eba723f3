package io.carryon.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.contact.ContactIntake;
import io.carryon.gateway.contact.ContactNotAccepted;
import io.carryon.gateway.contact.DirectoryArchive;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.email.ArrivedMail.Disposition;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailIntakeTest {

    @TempDir
    Path folder;

    private final List<Contact> published = new ArrayList<>();
    private final List<IntakeLog.Arrival> noted = new ArrayList<>();
    private boolean brokerAnswers = true;

    @Test
    void mailsOfOneSenderKeepTheirOrderAndEachHasItsRow() {
        var dispositions = intake().take(List.of(mail("1", "ann@example.org", "a"), mail("2", "ann@example.org", "b")));

        assertThat(published).extracting(Contact::subject).containsExactly("a", "b");
        assertThat(noted)
                .extracting(IntakeLog.Arrival::outcome)
                .containsOnly(IntakeLog.Outcome.ACCEPTED)
                .hasSize(2);
        assertThat(dispositions.values()).containsOnly(Disposition.PROCESSED);
    }

    @Test
    void withoutTheBrokersAnswerAMailIsNeitherNotedNorMoved() {
        brokerAnswers = false;

        var dispositions = intake().take(List.of(mail("1", "ann@example.org", "a")));

        assertThat(dispositions).containsEntry("1", Disposition.LEFT);
        assertThat(noted).isEmpty();
    }

    @Test
    void theSameMailTwiceInOneBatchIsOneContactAndTwoRows() {
        var raw = mail("1", "ann@example.org", "a").raw();

        intake().take(List.of(new ArrivedMail("1", raw), new ArrivedMail("2", raw)));

        assertThat(published).hasSize(1);
        assertThat(noted)
                .extracting(IntakeLog.Arrival::outcome)
                .containsExactly(IntakeLog.Outcome.ACCEPTED, IntakeLog.Outcome.DUPLICATE);
        assertThat(noted)
                .extracting(IntakeLog.Arrival::contactId)
                .containsOnly(published.getFirst().contactId());
    }

    @Test
    void theSendersAddressIsOnlyProvedByOurOwnServersWord() {
        var proof = "Authentication-Results: mx.carryon.test; dmarc=pass header.from=example.org\n";
        var forged = "Authentication-Results: mx.evil.test; dmarc=pass header.from=example.org\n";
        var text = Mails.plain("ann@example.org", "p@x", "s", "t");

        intake().take(List.of(
                new ArrivedMail("1", Mails.bytes(proof + text)),
                new ArrivedMail("2", Mails.bytes(forged + text.replace("p@x", "q@x")))));

        assertThat(published)
                .extracting(contact -> contact.sender().handles().getFirst().method())
                .containsExactlyInAnyOrder("dmarc", null);
    }

    private static ArrivedMail mail(String key, String from, String subject) {
        return new ArrivedMail(key, Mails.bytes(Mails.plain(from, key + "@example.org", subject, "text of " + key)));
    }

    private MailIntake intake() {
        var config = new Config();
        var tokens = new ReplyToken("secret");
        var archive = new DirectoryArchive(folder);
        var contacts = new MailContact(config, new MailThread(tokens), archive);
        var reading = new MailReading(archive, config, contacts, Clock.systemUTC());
        return new MailIntake(reading, new Broker(), new Log(), null, null, tokens, config);
    }

    private final class Broker extends ContactIntake {

        Broker() {
            super(null, new SimpleMeterRegistry());
        }

        @Override
        public void publish(Contact contact) {
            if (!brokerAnswers) {
                throw new ContactNotAccepted("no answer", null);
            }
            synchronized (published) {
                published.add(contact);
            }
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
            return Map.of();
        }

        @Override
        public Set<UUID> knownEntries(Collection<UUID> ids) {
            return Set.of();
        }
    }

    private record Config() implements MailConfig {

        @Override
        public String address() {
            return "support@carryon.test";
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
        public Optional<Set<String>> ownAddresses() {
            return Optional.empty();
        }

        @Override
        public Optional<Set<String>> trustedAuthservIds() {
            return Optional.of(Set.of("mx.carryon.test"));
        }
    }
}
