package io.carryon.gateway.email.smtp;

import io.carryon.gateway.reply.ReplyRequested;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A reply's words as a letter: in the frame it comes with, else with who writes and the ticket's number. */
final class LetterText {

    private LetterText() {}

    /** With line feeds, one at the end. */
    static String of(ReplyRequested reply) {
        var text = unix(reply.text());
        var frame = reply.frame();
        var parts = frame == null
                ? Stream.of(
                        text,
                        "-- \n%s\nTicket %s"
                                .formatted(
                                        OutgoingMail.line(reply.author().name()),
                                        OutgoingMail.line(reply.ticketNumber())))
                : Stream.of(part(frame.opening()), Optional.of(text), part(frame.closing()))
                        .flatMap(Optional::stream);
        return parts.collect(Collectors.joining("\n\n")) + "\n";
    }

    private static Optional<String> part(String given) {
        return Optional.ofNullable(given).map(LetterText::unix).filter(text -> !text.isBlank());
    }

    private static String unix(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
    }
}
