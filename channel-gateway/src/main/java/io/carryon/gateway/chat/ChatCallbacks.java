package io.carryon.gateway.chat;

import io.carryon.gateway.callback.Callback;
import io.carryon.gateway.callback.CallbackSlot;
import io.carryon.gateway.callback.ContactCallbacks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Visitors who would rather be called back. */
@ApplicationScoped
public class ChatCallbacks {

    private static final String KEY = "callback";
    private static final int SLOTS = 20;

    private final ChatTalk talk;
    private final ContactCallbacks callbacks;

    public ChatCallbacks(ChatTalk talk, ContactCallbacks callbacks) {
        this.talk = talk;
        this.callbacks = callbacks;
    }

    /** The next 20 slots that have room. */
    public List<CallbackSlot> slots() {
        return callbacks.slots(SLOTS);
    }

    /**
     * Books the first slot within the times, either of which may be null; the live callback of the chat or its ticket is
     * moved. Before anything was written the wish is the first message. 409 when the chat has ended or no slot has room,
     * 400 when the number cannot be dialled.
     */
    public Callback book(ChatSession session, String number, Instant notBefore, Instant notAfter) {
        talk.open(session);
        var booked = callbacks.book(session.contactId(), session.ticket().ticketId(), number, notBefore, notAfter);
        if (session.lastSeq() == 0) {
            talk.sayFirst(session, KEY, null, FirstWords.callback(session.language()));
        }
        return booked.callback();
    }
}
