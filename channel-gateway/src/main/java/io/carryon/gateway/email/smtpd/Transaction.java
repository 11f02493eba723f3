package io.carryon.gateway.email.smtpd;

import io.carryon.gateway.email.Envelope;
import java.util.ArrayList;
import java.util.List;

/** One mail's envelope as it is told, command by command; refuses what cannot be taken before its content comes. */
final class Transaction {

    private static final Reply WRONG_PARAMETER = Reply.of(555, "5.5.4", "A parameter is not known or not right");

    private final SmtpdConfig config;
    private final Recipients known;
    private final List<String> recipients = new ArrayList<>();
    private String sender;
    private boolean isUtf8;

    Transaction(SmtpdConfig config, Recipients known) {
        this.config = config;
        this.known = known;
    }

    boolean hasSender() {
        return sender != null;
    }

    List<String> recipients() {
        return recipients;
    }

    Envelope envelope() {
        return new Envelope(sender, List.copyOf(recipients), true);
    }

    Reply from(Command command) {
        if (sender != null) {
            return Reply.of(503, "5.5.1", "There is a sender already, send RSET first");
        }
        var path = command.path("FROM").orElse(null);
        if (path == null) {
            return Reply.of(501, "5.5.4", "Send MAIL FROM:<address>");
        }
        for (var parameter : path.parameters().entrySet()) {
            var refusal = switch (parameter.getKey()) {
                case "SIZE" -> size(parameter.getValue());
                case "BODY" -> body(parameter.getValue());
                case "SMTPUTF8" -> parameter.getValue().isEmpty() ? null : WRONG_PARAMETER;
                default -> WRONG_PARAMETER;
            };
            if (refusal != null) {
                return refusal;
            }
        }
        isUtf8 = path.parameters().containsKey("SMTPUTF8");
        if (!isUtf8 && !path.isAscii()) {
            return Reply.of(553, "5.6.7", "Such an address needs SMTPUTF8");
        }
        sender = path.address();
        return Reply.of(250, "2.1.0", "OK");
    }

    private Reply size(String value) {
        if (!value.matches("[0-9]{1,20}")) {
            return WRONG_PARAMETER;
        }
        var isTooLarge = value.length() > 18 || Long.parseLong(value) > config.maxBytes();
        return isTooLarge ? tooLarge() : null;
    }

    private static Reply body(String value) {
        return value.equalsIgnoreCase("7BIT") || value.equalsIgnoreCase("8BITMIME") ? null : WRONG_PARAMETER;
    }

    Reply tooLarge() {
        return Reply.of(552, "5.3.4", "A mail has at most " + config.maxBytes() + " bytes");
    }

    Reply to(Command command) {
        if (sender == null) {
            return Reply.of(503, "5.5.1", "Send MAIL first");
        }
        var path = command.path("TO").orElse(null);
        if (path == null) {
            return Reply.of(501, "5.5.4", "Send RCPT TO:<address>");
        }
        if (!path.parameters().isEmpty()) {
            return WRONG_PARAMETER;
        }
        if (recipients.size() >= config.maxRecipients()) {
            return Reply.of(452, "4.5.3", "A mail has at most " + config.maxRecipients() + " recipients");
        }
        if (!isUtf8 && !path.isAscii()) {
            return Reply.of(553, "5.6.7", "Such an address needs SMTPUTF8");
        }
        if (!known.isOurs(path.address())) {
            return Reply.of(550, "5.1.1", "Mail is not taken for this address");
        }
        recipients.add(path.address());
        return Reply.of(250, "2.1.5", "OK");
    }
}
