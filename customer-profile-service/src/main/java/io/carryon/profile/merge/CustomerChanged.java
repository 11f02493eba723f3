package io.carryon.profile.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.acts.Act;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * That customers were merged, unmerged or erased, as published in {@code io.carryon.customer.changed.v1}.
 *
 * @param revision rises with every merge and undo, whoever is concerned; of two it tells the later. 0 when erased
 * @param change merged, unmerged or erased
 * @param customerId who was absorbed, set free or erased
 * @param survivorId who is shown for the group
 * @param members ids of all of the survivor's group after the change, the survivor first, at most 20
 * @param freed those set free with {@code customerId}, itself first; none but where it is an undo
 * @param movedContacts contacts of one side that were linked to an issue of the other, and their issue from now on; at
 *     most {@value #CONTACTS_AN_EVENT} an event
 * @param contacts contacts of an erased customer, at most {@value #CONTACTS_AN_EVENT} an event; null but for an erasure
 * @param part which of the events of one act it is, from 1; null where they were merged
 * @param parts how many events the act is told by; null where they were merged
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerChanged(
        UUID actId,
        long revision,
        String change,
        UUID customerId,
        UUID survivorId,
        List<UUID> members,
        List<UUID> freed,
        List<MovedContact> movedContacts,
        List<UUID> contacts,
        Integer part,
        Integer parts,
        Instant at,
        By by) {

    /** Contacts one event tells of: of more, the act is told by several events. */
    public static final int CONTACTS_AN_EVENT = 500;

    /** A contact that has another issue from now on. */
    public record MovedContact(UUID contactId, UUID fromIssueId, UUID toIssueId) {}

    /**
     * Who did it.
     *
     * @param kind staff or system
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record By(String kind, String name) {}

    /** That all members were erased, by as many events as their contacts need. */
    public static List<CustomerChanged> erased(Act act, List<UUID> members, List<UUID> contacts) {
        return parts(
                contacts,
                (part, parts, some) -> new CustomerChanged(
                        act.id(),
                        0,
                        "erased",
                        act.subject(),
                        members.getFirst(),
                        members,
                        List.of(),
                        List.of(),
                        some,
                        part,
                        parts,
                        act.at(),
                        new By(act.by().kind(), act.by().name())));
    }

    /** That customers were merged or set free, by as many events as the contacts that were moved need. */
    static List<CustomerChanged> of(GroupChanges.Made made) {
        var change = made.change();
        var isUndo = GroupChange.UNMERGED.equals(change.change());
        var moved = made.moved().contacts().stream()
                .map(contact -> new MovedContact(contact.contactId(), contact.fromIssueId(), contact.toIssueId()))
                .toList();
        return parts(
                moved,
                (part, parts, some) -> new CustomerChanged(
                        change.actId(),
                        change.turn(),
                        change.change(),
                        change.customerId(),
                        change.survivorId(),
                        change.members(),
                        change.freed(),
                        some,
                        null,
                        isUndo ? part : null,
                        isUndo ? parts : null,
                        change.at(),
                        new By(change.by().kind(), change.by().name())));
    }

    /** Its {@code ce_id}: of several events of one act each has its own, the same whenever it is told again. */
    String eventId() {
        return part == null || part == 1 ? actId.toString() : actId + "/" + part;
    }

    /** One event of several. */
    @FunctionalInterface
    private interface Part<T> {

        CustomerChanged of(int part, int parts, List<T> some);
    }

    private static <T> List<CustomerChanged> parts(List<T> all, Part<T> event) {
        var parts = Math.max(1, (all.size() + CONTACTS_AN_EVENT - 1) / CONTACTS_AN_EVENT);
        return IntStream.rangeClosed(1, parts)
                .mapToObj(part -> event.of(
                        part,
                        parts,
                        all.subList((part - 1) * CONTACTS_AN_EVENT, Math.min(all.size(), part * CONTACTS_AN_EVENT))))
                .toList();
    }
}
