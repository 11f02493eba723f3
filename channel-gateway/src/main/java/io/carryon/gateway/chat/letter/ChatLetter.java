package io.carryon.gateway.chat.letter;

import io.carryon.gateway.chat.ChatSession;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.reply.ReplyRequested;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Several answers of a chat as one mail, under the name and the token of the last: an answer to it joins the ticket. */
final class ChatLetter {

    private ChatLetter() {}

    /** @param unread in the order said, at least one */
    static ReplyRequested of(ChatSession session, List<ReplyRequested> unread, Instant now) {
        var last = unread.getLast();
        var words = words(session.language());
        return new ReplyRequested(
                last.replyId(),
                last.ticketId(),
                last.ticketNumber(),
                last.issueId(),
                last.contactId(),
                Channel.EMAIL,
                null,
                new ReplyRequested.Recipient(
                        Handle.Kind.MAILTO,
                        session.visitor().email().strip(),
                        session.visitor().name()),
                last.subject(),
                unread.stream().map(ReplyRequested::text).collect(Collectors.joining("\n\n")),
                last.author(),
                null,
                now,
                unread.stream().flatMap(answer -> answer.attachments().stream()).toList(),
                List.of(),
                new ReplyRequested.Frame(
                        words.getLocale().getLanguage().isEmpty()
                                ? "en"
                                : words.getLocale().getLanguage(),
                        words.getString("opening"),
                        "-- \n%s\n%s".formatted(last.author().name(), words.getString("closing"))));
    }

    private static ResourceBundle words(String language) {
        return ResourceBundle.getBundle(
                "chat.letter",
                language == null ? Locale.ROOT : Locale.forLanguageTag(language),
                ChatLetter.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
