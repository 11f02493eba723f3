package io.carryon.ticketing.customers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.carryon.ticketing.linking.LinkAct;
import io.carryon.ticketing.ticket.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What we read of {@code io.carryon.customer.changed.v1}: customers were merged, set free of each other, or erased.
 *
 * @param revision rises with every merge and undo: of two words about one customer the greater holds
 * @param customerId the one absorbed, set free or erased
 * @param members everybody in the survivor's group from now on
 * @param freed who was set free together with {@code customerId}
 * @param movedContacts contacts of those set free that had been linked to an issue of those left
 * @param contacts contacts of those erased; an erasure of many is told by several events
 * @param part which of the events of one act it is, from 1: of many contacts several tell; null where there is but one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CustomerChanged(
        UUID actId,
        long revision,
        Change change,
        UUID customerId,
        UUID survivorId,
        List<UUID> members,
        List<UUID> freed,
        List<MovedContact> movedContacts,
        List<UUID> contacts,
        Integer part,
        Instant at,
        By by) {

    /** What happened to them. */
    public enum Change {
        merged,
        unmerged,
        erased
    }

    /** A contact and the issue it is about from now on. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record MovedContact(UUID contactId, UUID toIssueId) {}

    /** Staff, or the system. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record By(String kind, String name) {

        Actor actor() {
            return "staff".equals(kind) ? Actor.staff(name, name) : Actor.SYSTEM;
        }
    }

    public CustomerChanged {
        members = members == null ? List.of() : List.copyOf(members);
        freed = freed == null ? List.of() : List.copyOf(freed);
        movedContacts = movedContacts == null ? List.of() : List.copyOf(movedContacts);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }

    boolean isComplete() {
        return actId != null
                && change != null
                && customerId != null
                && survivorId != null
                && at != null
                && by != null
                && movedContacts.stream().allMatch(moved -> moved.contactId() != null && moved.toIssueId() != null);
    }

    /** The first event of an act names all customers it concerns; further ones bring more of their contacts. */
    boolean isFirst() {
        return part == null || part == 1;
    }

    /** Everybody who is set free; nobody but for {@link Change#unmerged}. */
    List<UUID> setFree() {
        return change == Change.unmerged
                ? Stream.concat(Stream.of(customerId), freed.stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    Stream<LinkAct> moves(String correlation) {
        return movedContacts.stream()
                .map(moved -> new LinkAct(
                        actId + "/" + moved.contactId(),
                        moved.contactId(),
                        moved.toIssueId(),
                        null,
                        "CUSTOMER_UNMERGED",
                        by.actor(),
                        at,
                        correlation));
    }
}
