package io.carryon.gateway.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Contact;
import io.carryon.gateway.contact.ContactIntake;
import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.contact.Original;
import io.carryon.gateway.door.Fingerprint;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;

/** The visitor's side of a conversation: what is acknowledged here is durable. */
@ApplicationScoped
public class ChatTalk {

    private static final String SESSION = "session";
    private static final String JSON = "application/json";

    private final ChatSessionStore sessions;
    private final ChatTranscript transcript;
    private final Archive archive;
    private final ContactIntake intake;
    private final ObjectMapper json;
    private final Clock clock;

    public ChatTalk(
            ChatSessionStore sessions,
            ChatTranscript transcript,
            Archive archive,
            ContactIntake intake,
            ObjectMapper json,
            Clock clock) {
        this.sessions = sessions;
        this.transcript = transcript;
        this.archive = archive;
        this.intake = intake;
        this.json = json;
        this.clock = clock;
    }

    /** The open chat this token is for, if any. */
    Optional<ChatSession> sessionOf(String token) {
        return sessions.byTokenHash(Fingerprint.of(token)).filter(session -> session.isOpen(clock.instant()));
    }

    /**
     * Takes a message; said again under the same client id it is the same message. What an earlier attempt left
     * undone goes out first, so that the ticket reads in the order the visitor wrote.
     */
    ServerFrame.Ack say(ChatSession session, String clientId, String text) {
        var message = transcript.draft(session, clientId, text, clock.instant());
        if (!message.text().equals(text)) {
            throw ProblemException.of(
                    422,
                    "client-id-reused",
                    "The clientId was used with another text",
                    "Use a fresh clientId for each message, such as a UUID.");
        }
        if (!message.isDurable()) {
            for (var draft : transcript.drafts(session.sessionId())) {
                var contact = contact(session, draft);
                intake.publish(contact);
                transcript.confirm(draft, IntakeLog.Arrival.accepted(contact));
            }
            message = transcript.find(message.messageId()).orElseThrow();
        }
        return ServerFrame.Ack.of(message);
    }

    /** The visitor leaves for good. */
    ServerFrame.Ended end(ChatSession session) {
        var at = clock.instant();
        sessions.ended(session.sessionId(), at);
        return ServerFrame.Ended.at(at);
    }

    private Contact contact(ChatSession session, ChatMessage message) {
        return Contact.draft(Channel.CHAT, session.client())
                .entry(session.contactId(), message.messageId(), message.contactSequence())
                .at(message.saidAt(), clock.instant())
                .from(session.visitor().name(), handles(session))
                .text(message.text())
                .language(session.language())
                .topic(session.topic())
                .chat(new Contact.ChatSession(session.sessionId(), session.pageUrl()))
                .original(original(message))
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

    private Original original(ChatMessage message) {
        return archive.store(said(message), JSON);
    }

    /** Names what the archive keeps of a message once it is published, and perhaps before. */
    Original originalOf(ChatMessage message) {
        return Original.of(said(message), JSON);
    }

    private byte[] said(ChatMessage message) {
        try {
            return json.writeValueAsBytes(json.createObjectNode()
                    .put("sessionId", message.sessionId().toString())
                    .put("clientId", message.clientId())
                    .put("text", message.text())
                    .put("at", message.saidAt().toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
