package io.carryon.gateway.email.smtpd;

import io.carryon.gateway.email.MailHandover;
import io.carryon.gateway.email.MailHandover.NotTaken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One connection of a mail server that hands mails over, from the greeting to the end. */
final class SmtpSession {

    private static final Reply NOT_NOW =
            Reply.of(451, "4.3.0", "The mail cannot be kept safely now, send it again later");
    private static final Reply OUT_OF_TURN = Reply.of(503, "5.5.1", "Commands came in a wrong order");

    private final Protocol protocol;
    private final SmtpdConfig config;
    private final Recipients recipients;
    private final MailHandover handover;
    private final Optional<Tls> tls;
    private final Wire wire;
    private final ListenerRecord told;
    private Transaction mail;
    private boolean isIntroduced;
    private boolean isOver;
    private int refusals;

    SmtpSession(
            Protocol protocol,
            SmtpdConfig config,
            Recipients recipients,
            MailHandover handover,
            Optional<Tls> tls,
            Wire wire,
            ListenerRecord told) {
        this.protocol = protocol;
        this.config = config;
        this.recipients = recipients;
        this.handover = handover;
        this.tls = tls;
        this.wire = wire;
        this.told = told;
        this.mail = new Transaction(config, recipients);
    }

    /** Returns at the end of the connection, whoever ends it; throws when it breaks off. */
    void serve() throws IOException {
        say(Reply.of(220, "", config.name() + " " + protocol.title() + " ready"));
        try {
            for (var line = wire.command(config.maxCommand());
                    line != null;
                    line = isOver ? null : wire.command(config.maxCommand())) {
                answer(Command.of(line));
                if (refusals > config.maxErrors()) {
                    say(Reply.of(421, "4.7.0", "Too many commands were refused"));
                    isOver = true;
                }
            }
        } catch (Wire.NoCommand e) {
            say(Reply.of(500, "5.5.2", e.getMessage()));
        }
        wire.flush();
    }

    private void say(Reply reply) throws IOException {
        refusals += reply.isRefusal() ? 1 : 0;
        if (reply.isRefusal() || reply.isDeferral()) {
            told.refused(reply);
        }
        wire.say(reply);
    }

    private void answer(Command command) throws IOException {
        switch (command.verb()) {
            case "EHLO", "LHLO", "HELO" -> say(introduced(command));
            case "STARTTLS" -> encrypt();
            case "MAIL" -> say(mayMail().orElseGet(() -> mail.from(command)));
            case "RCPT" -> say(mail.to(command));
            case "DATA" -> data();
            case "RSET" -> {
                mail = new Transaction(config, recipients);
                say(Reply.of(250, "2.0.0", "OK"));
            }
            case "NOOP" -> say(Reply.of(250, "2.0.0", "OK"));
            case "VRFY" -> say(Reply.of(252, "2.1.5", "Send a mail to find out"));
            case "QUIT" -> {
                say(Reply.of(221, "2.0.0", "Bye"));
                isOver = true;
            }
            default -> say(Reply.of(500, "5.5.1", "The command is not known"));
        }
    }

    private Reply introduced(Command command) {
        if (!protocol.greetings().contains(command.verb())) {
            return Reply.of(500, "5.5.1", "This is " + protocol.title());
        }
        if (command.rest().isEmpty()) {
            return Reply.of(501, "5.5.4", "Send " + command.verb() + " with your name");
        }
        isIntroduced = true;
        mail = new Transaction(config, recipients);
        if (command.verb().equals("HELO")) {
            return Reply.of(250, "", config.name());
        }
        var lines = new ArrayList<>(List.of(
                config.name(),
                "PIPELINING",
                "8BITMIME",
                "SMTPUTF8",
                "ENHANCEDSTATUSCODES",
                "SIZE " + config.maxBytes()));
        if (tls.isPresent() && !wire.isEncrypted()) {
            lines.add("STARTTLS");
        }
        return new Reply(250, "", lines);
    }

    private Optional<Reply> mayMail() {
        if (!isIntroduced) {
            return Optional.of(OUT_OF_TURN);
        }
        return config.tlsRequired() && !wire.isEncrypted()
                ? Optional.of(Reply.of(530, "5.7.0", "Send STARTTLS first"))
                : Optional.empty();
    }

    private void encrypt() throws IOException {
        if (tls.isEmpty() || wire.isEncrypted()) {
            say(Reply.of(502, "5.5.1", "STARTTLS is not offered"));
        } else if (wire.hasMore()) {
            // Whoever stands between could have put it there, to be taken for what comes encrypted.
            say(Reply.of(501, "5.5.1", "Nothing may follow STARTTLS before the handshake"));
            isOver = true;
        } else {
            say(Reply.of(220, "2.0.0", "Ready"));
            wire.encrypt(tls.get().socketFactory());
            isIntroduced = false;
            mail = new Transaction(config, recipients);
        }
    }

    private void data() throws IOException {
        if (mail.recipients().isEmpty()) {
            say(mail.hasSender() ? Reply.of(503, "5.5.1", "No recipient was taken") : OUT_OF_TURN);
            return;
        }
        say(Reply.of(354, "", "End with a dot between two CR LF"));
        wire.limited(config.contentTimeout());
        var outcome = taken();
        wire.unlimited();
        var replies = protocol == Protocol.LMTP ? mail.recipients().size() : 1;
        mail = new Transaction(config, recipients);
        for (var i = 0; i < replies; i++) {
            say(outcome);
        }
    }

    /** Throws when the mail breaks off: then nothing happened, and nobody is there to be told. */
    private Reply taken() throws IOException {
        var content = new MailContent(wire, config.maxBytes());
        try {
            handover.take(protocol.name().toLowerCase(Locale.ROOT), mail.envelope(), content);
            told.taken();
            return Reply.of(250, "2.0.0", "Taken");
        } catch (MailContent.TooLarge e) {
            content.toEnd();
            return mail.tooLarge();
        } catch (NotTaken e) {
            told.deferred();
            content.toEnd();
            return NOT_NOW;
        }
    }
}
