package io.carryon.ticketing.chat;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears, in every process and from now on, what customers write in chats, as soon as it is durable: whoever talks with
 * them reads it before it has been recognized and stands in the ticket, which takes its turn. One worker at a time tells
 * it; what is heard meanwhile is told together, so that telling is never behind for long.
 */
@ApplicationScoped
class CustomerWords {

    /** So many may wait to be told; of what is more only the ticket tells. */
    private static final int MOST_WAITING = 512;

    private final ChatListeners listeners;
    private final ManagedExecutor workers;
    private final Clock clock;
    private final BlockingQueue<ChatWords> untold = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean telling = new AtomicBoolean();

    CustomerWords(ChatListeners listeners, ManagedExecutor workers, Clock clock) {
        this.listeners = listeners;
        this.workers = workers;
        this.clock = clock;
    }

    @Incoming("chat-words")
    void heard(ConsumerRecords<byte[], byte[]> events) {
        var now = clock.instant();
        listeners.news(events, ChatWords.class, words -> words.isNews(now)).forEach(untold::offer);
        tellSoon();
    }

    private void tellSoon() {
        if (!untold.isEmpty() && telling.compareAndSet(false, true)) {
            workers.execute(this::tell);
        }
    }

    private void tell() {
        try {
            var words = new ArrayList<ChatWords>();
            untold.drainTo(words);
            listeners.tell("chat.message", words);
        } finally {
            telling.set(false);
            tellSoon();
        }
    }
}
