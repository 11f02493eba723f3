package io.carryon.ticketing.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.stream.LiveMessages;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/** Tells those of staff who listen at this process, and have to do with a chat's ticket, what happens in it just now. */
@ApplicationScoped
class ChatListeners {

    private static final Logger LOG = Logger.getLogger(ChatListeners.class);

    /** What happens in a chat. */
    interface Happening {
        UUID contactId();

        /** How the stream tells it of a ticket. */
        Object toldOf(UUID ticketId);
    }

    private final LiveMessages live;
    private final ChatAudience audience;
    private final ObjectMapper json;

    ChatListeners(LiveMessages live, ChatAudience audience, ObjectMapper json) {
        this.live = live;
        this.audience = audience;
        this.json = json;
    }

    /** What of the events is news; none while nobody listens at this process. */
    <E extends Happening> List<E> news(ConsumerRecords<byte[], byte[]> events, Class<E> kind, Predicate<E> isNews) {
        var news = new ArrayList<E>();
        if (!live.listening().isEmpty()) {
            events.forEach(event -> read(event.value(), kind).filter(isNews).ifPresent(news::add));
        }
        return news;
    }

    /** Tells news under a name of the stream; what cannot be told now is not told. */
    void tell(String name, List<? extends Happening> news) {
        var listening = live.listening();
        if (news.isEmpty() || listening.isEmpty()) {
            return;
        }
        var contacts = news.stream().map(Happening::contactId).collect(Collectors.toSet());
        try {
            var listeners = audience.of(contacts, listening);
            for (var happening : news) {
                live.mention(
                        name,
                        listeners.getOrDefault(happening.contactId(), List.of()).stream()
                                .collect(Collectors.toMap(
                                        ChatAudience.Listener::agentId,
                                        listener -> happening.toldOf(listener.ticketId()))));
            }
        } catch (IllegalStateException e) {
            LOG.debugf("What happens in a chat is not told: %s", e.getClass().getSimpleName());
        }
    }

    private <E> Optional<E> read(byte[] event, Class<E> kind) {
        try {
            return Optional.ofNullable(json.readValue(event, kind));
        } catch (IOException e) {
            LOG.debugf("What happens in a chat cannot be read: %s", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
