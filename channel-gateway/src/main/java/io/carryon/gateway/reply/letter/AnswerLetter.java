package io.carryon.gateway.reply.letter;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.reply.ReplyRequested;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Several answers as one mail, under the name and the token of the last: an answer to it joins the ticket. */
public final class AnswerLetter {

    private AnswerLetter() {}

    /**
     * @param answers in the order said, at least one
     * @param address whom it goes to
     * @param name theirs, or null
     */
    public static ReplyRequested of(
            List<ReplyRequested> answers, String address, String name, ReplyRequested.Frame frame, Instant now) {
        var last = answers.getLast();
        return new ReplyRequested(
                last.replyId(),
                last.ticketId(),
                last.ticketNumber(),
                last.issueId(),
                last.contactId(),
                Channel.EMAIL,
                null,
                new ReplyRequested.Recipient(Handle.Kind.MAILTO, address.strip(), name),
                last.subject(),
                answers.stream().map(ReplyRequested::text).collect(Collectors.joining("\n\n")),
                last.author(),
                null,
                now,
                answers.stream()
                        .flatMap(answer -> answer.attachments().stream())
                        .toList(),
                List.of(),
                frame);
    }
}
