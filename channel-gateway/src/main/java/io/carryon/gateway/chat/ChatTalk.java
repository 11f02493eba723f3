package io.carryon.gateway.chat;

import io.carryon.gateway.contact.Attachment;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.contact.ContactIntake;
import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.door.Fingerprint;
import io.carryon.gateway.operations.Turns;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The visitor's side of a conversation: what is acknowledged here is durable. */
@ApplicationScoped
public class ChatTalk {

    private static final String SESSION = "session";

    private final Turns turns = new Turns();
    private final ChatSessionStore sessions;
    private final ChatTranscript transcript;
    private final ChatNews news;
    private final ChatOriginals originals;
    private final ContactIntake intake;
    private final Clock clock;

    public ChatTalk(
            ChatSessionStore sessions,
            ChatTranscript transcript,
            ChatNews news,
            ChatOriginals originals,
            ContactIntake intake,
            Clock clock) {
        this.sessions = sessions;
        this.transcript = transcript;
        this.news = news;
        this.originals = originals;
        this.intake = intake;
        this.clock = clock;
    }

    /** The open chat this token is for, if any. */
    public Optional<ChatSession> sessionOf(String token) {
        return sessions.byTokenHash(Fingerprint.of(token)).filter(session -> session.isOpen(clock.instant()));
    }

    /**
     * Takes a message; said again under the same client id it is the same message. What an earlier attempt left
     * undone goes out first, so that the ticket reads in the order the visitor wrote. 409 when the chat has ended or is
     * full, 422 when the client id was used with other content.
     */
    public ChatMessage say(ChatSession session, VisitorMessage said) {
        var message = transcript.draft(session, said.checked(), clock.instant());
        if (!isSame(message, said)) {
            throw ProblemException.of(
                    422,
                    "client-id-reused",
                    "The clientId was used with another text",
                    "Use a fresh clientId for each message, such as a UUID.");
        }
        if (!message.isDurable()) {
            if (!turns.take(session.sessionId(), () -> publishDrafts(session))) {
                publishDrafts(session);
            }
            message = transcript.find(message.messageId()).orElseThrow();
            news.tell(List.of(session.sessionId()));
        }
        return message;
    }

    /** One tab at a time, or each would publish what the others have under way as well. */
    private boolean publishDrafts(ChatSession session) {
        for (var draft : transcript.drafts(session.sessionId())) {
            var contact = contact(session, draft);
            intake.publish(contact);
            transcript.confirm(draft, IntakeLog.Arrival.accepted(contact));
        }
        return true;
    }

    /** What the visitor wants stands as the first message, in their words or else ours, unless they have written already. */
    void sayFirst(ChatSession session, String clientId, String own, String ours) {
        if (sessions.find(session.sessionId()).filter(now -> now.lastSeq() == 0).isPresent()) {
            var words = own == null || own.isBlank() ? ours : own;
            try {
                say(session, new VisitorMessage(clientId, words, null));
            } catch (ProblemException e) {
                // It was said before with another reason.
                if (e.status() != 422) {
                    throw e;
                }
            }
        }
    }

    /** The visitor leaves for good; returns when that was. */
    public Instant end(ChatSession session) {
        var at = clock.instant();
        sessions.ended(session.sessionId(), at);
        news.tell(List.of(session.sessionId()));
        return at;
    }

    /** Itself; 409 when it is open no longer. */
    public ChatSession open(ChatSession session) {
        if (!session.isOpen(clock.instant())) {
            throw ChatTranscript.ended();
        }
        return session;
    }

    private static boolean isSame(ChatMessage message, VisitorMessage said) {
        return message.text().equals(said.words())
                && message.files().stream().map(ChatFile::id).toList().equals(said.files());
    }

    private Contact contact(ChatSession session, ChatMessage message) {
        return Contact.draft(Channel.CHAT, session.client())
                .entry(session.contactId(), message.messageId(), message.contactSequence())
                .at(message.saidAt(), clock.instant())
                .from(session.visitor().name(), handles(session))
                .text(message.text())
                .attachments(message.files().stream().map(ChatTalk::attachment).toList())
                .language(session.language())
                .topic(session.topic())
                .selfService(message.contactSequence() == 0 ? session.selfService() : null)
                .chat(new Contact.ChatSession(session.sessionId(), session.pageUrl()))
                .original(originals.of(message))
                .contact();
    }

    private static Handle[] handles(ChatSession session) {
        var visitor = session.visitor();
        var handles = new ArrayList<Handle>();
        var id = session.sessionId().toString();
        handles.add(Handle.verified(Handle.Kind.CHAT, id, id, SESSION));
        add(handles, Handle.Kind.ACCOUNT, visitor.account(), visitor.signedIn());
        add(handles, Handle.Kind.MAILTO, visitor.email(), visitor.signedIn());
        return handles.toArray(Handle[]::new);
    }

    private static void add(ArrayList<Handle> handles, Handle.Kind kind, String value, boolean proved) {
        if (value != null && !value.isBlank()) {
            var bare = value.strip();
            handles.add(proved ? Handle.verified(kind, bare, value, SESSION) : Handle.claimed(kind, bare, value));
        }
    }

    private static Attachment attachment(ChatFile file) {
        return new Attachment(
                file.id().toString(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.sha256(),
                Attachment.Disposition.ATTACHMENT,
                null);
    }
}
