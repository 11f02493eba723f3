package io.carryon.gateway.email.loop;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells the storm of a machine gone wild from many mails of people. None of its mails is lost; those beyond a limit go on
 * with one contact, and so with one ticket, instead of opening a ticket each. Remembered in memory: after a restart a storm
 * is a storm again once the limit is passed again.
 */
@ApplicationScoped
public class MailStorms {

    private static final int SENDERS = 2_000;
    private static final int TOPICS = 100;

    private final MailStormConfig config;
    private final Set<String> exempt;
    private final Map<String, Sender> senders = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sender> eldest) {
            return size() > SENDERS;
        }
    };

    public MailStorms(MailStormConfig config) {
        this.config = config;
        this.exempt = config.exempt().orElse(Set.of()).stream()
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A mail's place in a contact that others began; {@code sequence} counts from 1. */
    public record Place(UUID contactId, int sequence) {}

    /** The contact that the mail goes on with; empty for one of its own. The same mail has the same place again. */
    public synchronized Optional<Place> placeOf(SentMail mail) {
        if (config.from() == 0 || exempt.contains(mail.sender().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return sender(mail).placeOf(mail);
    }

    /** Whether sender and subject come round so fast that a machine is answering; counts this mail too. */
    public synchronized boolean isLoop(SentMail mail) {
        return sender(mail).isLoop(mail);
    }

    private Sender sender(SentMail mail) {
        return senders.computeIfAbsent(mail.key(), any -> new Sender(config));
    }

    /** What one sender sent lately. */
    private static final class Sender {

        private final MailStormConfig config;
        private final Map<UUID, Seen> lately;
        private final Map<String, Storm> storms = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Storm> eldest) {
                return size() > TOPICS;
            }
        };
        private Storm latest;

        Sender(MailStormConfig config) {
            this.config = config;
            var most = 2 * Math.max(config.from(), config.loopFrom());
            this.lately = new LinkedHashMap<>() {

                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Seen> eldest) {
                    return size() > most;
                }
            };
        }

        /** What was too large to be read is no contact. */
        private record Seen(UUID id, Instant at, String topic, boolean isContact, Optional<Place> place, Storm storm) {}

        Optional<Place> placeOf(SentMail mail) {
            var known = lately.get(mail.id());
            if (known != null) {
                return known.place();
            }
            var topic = mail.topic();
            var near = lately.values().stream()
                    .filter(Seen::isContact)
                    .filter(seen -> within(seen, mail, config.window()))
                    .toList();
            var alike = near.stream().filter(seen -> seen.topic().equals(topic)).count();
            var isStorm = near.size() >= config.from() && (mail.isByMachine() || 2 * alike >= config.from());
            var storm = isStorm ? storm(near.getFirst(), mail) : lasting(storms.get(topic), mail);
            if (isStorm) {
                storm.lasts(mail.arrivedAt());
                storms.put(topic, storm);
            }
            var place = Optional.ofNullable(storm).map(Storm::next);
            lately.put(mail.id(), new Seen(mail.id(), mail.at(), topic, true, place, storm));
            return place;
        }

        /** All of a storm go on with one contact: with one that this sender has already. */
        private Storm storm(Seen earliest, SentMail mail) {
            if (lasting(latest, mail) == null) {
                latest = earliest.storm() == null ? new Storm(earliest.id()) : earliest.storm();
            }
            return latest;
        }

        /**
         * By when the mails came, not by what they say: of a backlog the newest and the oldest come by turns, and each time
         * the mails lately seen are far from those that come next.
         */
        private Storm lasting(Storm storm, SentMail mail) {
            return storm != null && storm.isLastingAt(mail.arrivedAt(), config.window()) ? storm : null;
        }

        boolean isLoop(SentMail mail) {
            var topic = mail.topic();
            lately.putIfAbsent(mail.id(), new Seen(mail.id(), mail.at(), topic, false, Optional.empty(), null));
            return lately.values().stream()
                            .filter(seen -> seen.topic().equals(topic))
                            .filter(seen -> within(seen, mail, config.loopWindow()))
                            .count()
                    > config.loopFrom();
        }

        private static boolean within(Seen seen, SentMail mail, Duration window) {
            return Duration.between(seen.at(), mail.at()).abs().compareTo(window) <= 0;
        }
    }

    /** The contact that mails go on with, and how many have. */
    private static final class Storm {

        private final UUID contactId;
        private int grouped;
        private Instant lastAt;

        Storm(UUID contactId) {
            this.contactId = contactId;
        }

        void lasts(Instant until) {
            lastAt = until;
        }

        boolean isLastingAt(Instant now, Duration window) {
            return Duration.between(lastAt, now).abs().compareTo(window) <= 0;
        }

        Place next() {
            return new Place(contactId, ++grouped);
        }
    }
}
