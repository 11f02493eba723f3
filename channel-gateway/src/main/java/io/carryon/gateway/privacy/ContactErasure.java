package io.carryon.gateway.privacy;

import io.carryon.gateway.contact.ContactData;
import io.carryon.gateway.contact.ErasedOriginals;
import io.carryon.gateway.contact.IntakeErasure;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes contacts out of every channel's rows in one transaction; their originals follow it. */
@ApplicationScoped
public class ContactErasure {

    private final List<ContactData> channels;
    private final IntakeErasure intake;
    private final ErasedOriginals originals;
    private final Clock clock;

    public ContactErasure(
            @All List<ContactData> channels, IntakeErasure intake, ErasedOriginals originals, Clock clock) {
        this.channels = channels;
        this.intake = intake;
        this.originals = originals;
        this.clock = clock;
    }

    /** May be repeated: what is erased already stays so. */
    @Transactional
    public void erase(Set<UUID> contacts) {
        var now = clock.instant();
        var ids = contacts.stream().sorted().toArray(UUID[]::new);
        var entries = new HashSet<>(contacts);
        var contents = new HashSet<String>();
        for (var channel : channels) {
            var traces = channel.erase(ids, now);
            entries.addAll(traces.entries());
            contents.addAll(traces.originals());
        }
        contents.addAll(intake.erase(ids, entries.toArray(UUID[]::new), now));
        originals.note(contents, now);
    }
}
