package io.carryon.ticketing.chat;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears, in every process and from now on, what customers write in chats, as soon as it is durable: whoever talks with
 * them reads it before it has been recognized and stands in the ticket, which takes its turn.
 */
@ApplicationScoped
class CustomerWords {

    private final ChatListeners listeners;
    private final Clock clock;

    CustomerWords(ChatListeners listeners, Clock clock) {
        this.listeners = listeners;
        this.clock = clock;
    }

    @Incoming("chat-words")
    @Blocking
    void heard(ConsumerRecords<byte[], byte[]> events) {
        var now = clock.instant();
        listeners.tell("chat.message", events, ChatWords.class, words -> words.isNews(now));
    }
}
