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
        private UUID began;
        private int grouped;

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
        private record Seen(UUID id, Instant at, String topic, boolean isContact, Optional<Place> place) {}

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
            var place = isStorm ? Optional.of(next(near.getFirst())) : Optional.<Place>empty();
            if (!isStorm && near.isEmpty()) {
                began = null;
            }
            lately.put(mail.id(), new Seen(mail.id(), mail.at(), topic, true, place));
            return place;
        }

        /** All of a storm go on with one contact: with one that this sender has already. */
        private Place next(Seen earliest) {
            if (began == null) {
                began = earliest.place().map(Place::contactId).orElse(earliest.id());
                grouped = 0;
            }
            return new Place(began, ++grouped);
        }

        boolean isLoop(SentMail mail) {
            var topic = mail.topic();
            lately.putIfAbsent(mail.id(), new Seen(mail.id(), mail.at(), topic, false, Optional.empty()));
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
}
