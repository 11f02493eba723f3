package io.carryon.ticketing.chat;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears, in every process and from now on, customers who type. */
@ApplicationScoped
class CustomerTyping {

    private final ChatListeners listeners;
    private final Clock clock;

    CustomerTyping(ChatListeners listeners, Clock clock) {
        this.listeners = listeners;
        this.clock = clock;
    }

    @Incoming("chat-activity")
    @Blocking
    void heard(ConsumerRecords<byte[], byte[]> events) {
        var now = clock.instant();
        listeners.tell(
                "typing", listeners.news(events, ChatActivity.class, activity -> activity.isNewsOfACustomer(now)));
    }
}
