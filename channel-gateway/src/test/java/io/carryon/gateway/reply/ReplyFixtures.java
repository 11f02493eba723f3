package io.carryon.gateway.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.testing.TicketEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;

/** Replies, claims and channels for tests. */
final class ReplyFixtures {

    static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private ReplyFixtures() {}

    /** The settings of production with these three of a test. */
    record Config(Duration claimLease, Duration firstPause, Duration giveUpAfter) implements ReplyConfig {

        static Config ordinary() {
            return new Config(Duration.ofSeconds(60), Duration.ofSeconds(2), Duration.ofHours(48));
        }

        @Override
        public Duration longestPause() {
            return Duration.ofMinutes(5);
        }

        @Override
        public int parallel() {
            return 4;
        }

        @Override
        public Duration poll() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration reportEvery() {
            return Duration.ofSeconds(5);
        }
    }

    static String payload(UUID replyId, UUID ticketId, Channel channel) {
        try {
            return JSON.writeValueAsString(
                    TicketEvents.reply(replyId, ticketId, UUID.randomUUID(), channel.wireName(), "It is on its way."));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ReplyRequested reply(UUID replyId, UUID ticketId, Channel channel) {
        try {
            return JSON.readValue(payload(replyId, ticketId, channel), ReplyRequested.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ReplyClaim claim(Channel channel, Instant waitingSince, int attempts) {
        var id = UUID.randomUUID();
        var payload = payload(id, UUID.randomUUID(), channel);
        return new ReplyClaim(id, channel, "run/" + id, payload, "corr-1", waitingSince, attempts);
    }

    static ReplyChannel channel(
            Channel channel, BiFunction<ReplyRequested, ReplyChannel.Handover, DeliveryReceipt> deliver) {
        return new ReplyChannel() {
            @Override
            public Channel channel() {
                return channel;
            }

            @Override
            public DeliveryReceipt deliver(ReplyRequested reply, Handover handover) {
                return deliver.apply(reply, handover);
            }
        };
    }
}
