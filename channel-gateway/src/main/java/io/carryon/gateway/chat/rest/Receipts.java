package io.carryon.gateway.chat.rest;

import io.carryon.gateway.callback.Callback;
import io.carryon.gateway.callback.CallbackSlot;
import io.carryon.gateway.chat.ChatMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a visitor's browser is told of what it sent. */
public sealed interface Receipts {

    /** The message is durable. */
    @Schema(name = "ChatAck")
    record Ack(String clientId, UUID messageId, int seq, Instant at) implements Receipts {

        static Ack of(ChatMessage message) {
            return new Ack(message.clientId(), message.messageId(), message.seq(), message.saidAt());
        }
    }

    /** It is so since then. */
    @Schema(name = "ChatSince")
    record Since(Instant at) implements Receipts {}

    /** When visitors may be called back. */
    @Schema(name = "ChatCallbackSlots")
    record Slots(List<Slot> slots) implements Receipts {

        static Slots of(List<CallbackSlot> free) {
            return new Slots(free.stream()
                    .map(slot -> new Slot(slot.notBefore(), slot.notAfter()))
                    .toList());
        }
    }

    /** One such time. */
    @Schema(name = "ChatCallbackSlot")
    record Slot(Instant notBefore, Instant notAfter) implements Receipts {}

    /** The visitor is called back within these times. */
    @Schema(name = "ChatCallback")
    record Booked(@Schema(examples = "+49301234567") String number, Instant notBefore, Instant notAfter)
            implements Receipts {

        static Booked of(Callback callback) {
            return new Booked(callback.number(), callback.notBefore(), callback.notAfter());
        }
    }
}
