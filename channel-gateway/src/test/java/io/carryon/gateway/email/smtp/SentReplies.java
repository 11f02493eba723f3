package io.carryon.gateway.email.smtp;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.email.ReplyToken;
import io.carryon.gateway.email.TestMailboxes;
import io.carryon.gateway.reply.DeliveryReceipt;
import io.carryon.gateway.reply.ReplyRequested;
import io.carryon.gateway.testing.MovableClock;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Replies that are sent to a server that answers as a test says, each test with what it noted by itself. */
abstract class SentReplies {

    final MovableClock clock = new MovableClock();
    final List<String> missing = new CopyOnWriteArrayList<>();
    final List<String> recipients = new CopyOnWriteArrayList<>();

    String port(ScriptedSmtpServer server) {
        return String.valueOf(server.port());
    }

    MailSender sender(Map<String, String> settings) {
        var mailboxes = TestMailboxes.of(settings);
        // No file goes with it, so none is asked for.
        return new MailSender(
                new SmtpServers(mailboxes, 2, clock),
                mailboxes,
                new ReplyToken("secret"),
                null,
                new NoSuchAddresses(missing::add),
                (reply, addresses) -> recipients.addAll(addresses),
                Clock.systemUTC());
    }

    DeliveryReceipt deliver(MailSender sender, String connection, String... copies) {
        return deliver(sender, connection, Instant.EPOCH, copies);
    }

    DeliveryReceipt deliver(MailSender sender, String connection, Instant requestedAt, String... copies) {
        return sender.deliver(
                new ReplyRequested(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "1004273",
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Channel.EMAIL,
                        connection,
                        new ReplyRequested.Recipient(Handle.Kind.MAILTO, "ann@example.org", "Ann"),
                        "Invoice",
                        "It is done.",
                        new ReplyRequested.Author("a1", "Agent"),
                        null,
                        requestedAt,
                        null,
                        Stream.of(copies)
                                .map(copy -> new ReplyRequested.Recipient(Handle.Kind.MAILTO, copy, null))
                                .toList(),
                        null),
                () -> {});
    }
}
