package io.carryon.profile.history;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.identity.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/** Keeps what message ids and ticket numbers point to, one document each; the first to name one keeps it. */
@ApplicationScoped
public class ReferenceStore {

    private static final int LONGEST_MESSAGE_ID = 500;

    private final Shapes shapes;

    public ReferenceStore(Shapes shapes) {
        this.shapes = shapes;
    }

    /** Document id of an e-mail's Message-ID (RFC 5322), with or without its angle brackets. */
    public static String message(String messageId) {
        var bare = messageId.strip().replaceAll("^<|>$", "");
        return "mid:<" + Texts.bounded(bare, LONGEST_MESSAGE_ID) + ">";
    }

    /**
     * Document id of a thread whose first message never came to us, as one sender goes on with it: a newsletter is
     * answered by many.
     */
    public static String thread(String sender, String firstMessageId) {
        return "thread:" + Texts.digest(sender.strip().toLowerCase(Locale.ROOT) + "\n" + message(firstMessageId));
    }

    /** Document id of the Message-ID of a mail that may have none. */
    public static Optional<String> ofMessage(String messageId) {
        return messageId == null || messageId.isBlank() ? Optional.empty() : Optional.of(message(messageId));
    }

    /** Document id of a ticket's number. */
    public static String ticket(String number) {
        return "ticket:" + number;
    }

    /** What the document among those already read points to. */
    public Optional<Reference> find(String documentId, Map<String, Document> read) {
        return shapes.readIfFound(read.get(documentId), Reference.class);
    }

    public Change points(String documentId, UUID issue, UUID customer) {
        return Change.of(documentId)
                .setOnInsert("issueId", issue.toString())
                .setOnInsert("customerId", customer.toString());
    }

    /** The message turned out to be about another issue. */
    public Change moved(String documentId, UUID issue) {
        return Change.of(documentId).set("issueId", issue.toString());
    }
}
