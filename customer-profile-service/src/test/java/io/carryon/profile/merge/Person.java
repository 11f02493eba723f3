package io.carryon.profile.merge;

import io.carryon.profile.documents.Documents;
import io.carryon.profile.history.ReferenceStore;
import io.carryon.profile.history.Timeline;
import io.carryon.profile.history.TimelineEntry;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.PastContact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What is known of a person by their own id, as far as it has to be the same had nobody ever been merged. */
record Person(
        String name,
        Instant since,
        long contactCount,
        List<PastContact> recentContacts,
        Map<String, Integer> months,
        Map<UUID, Object> issueDocuments,
        Map<String, TimelineEntry> timeline,
        Map<UUID, Object> messages) {

    static Person of(World world, Customer member, List<UUID> contacts) {
        return of(world, member, contacts, true);
    }

    /** @param listed whether it matters which contacts an issue lists, or only how many it counts */
    static Person of(World world, Customer member, List<UUID> contacts, boolean listed) {
        var timeline = new TreeMap<String, TimelineEntry>();
        world.get(Timeline.class)
                .months(List.of(member.id()), List.copyOf(member.timelineMonths()))
                .values()
                .forEach(timeline::putAll);
        var references = world.get(ReferenceStore.class);
        var messages = new TreeMap<UUID, Object>();
        contacts.forEach(contact -> {
            var id = ReferenceStore.message(World.messageId(contact));
            messages.put(
                    contact,
                    references
                            .find(id, world.get(Documents.class).find(List.of(id)))
                            .orElseThrow());
        });
        var issues = new TreeMap<UUID, Object>();
        member.issues().values().forEach(issue -> {
            var found = world.issue(issue.issueId());
            issues.put(
                    found.id(),
                    List.of(
                            found.customerId(),
                            found.subject(),
                            found.channel(),
                            found.openedAt(),
                            found.contactCount(),
                            listed ? found.latestContacts() : List.of()));
        });
        return new Person(
                member.name(),
                member.since(),
                member.contactCount(),
                member.recentContacts(),
                new TreeMap<>(member.months()),
                issues,
                timeline,
                messages);
    }
}
