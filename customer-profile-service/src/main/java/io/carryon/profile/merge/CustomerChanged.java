package io.carryon.profile.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.acts.Act;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That customers were merged, unmerged or erased, as published in {@code io.carryon.customer.changed.v1}.
 *
 * @param revision rises with every merge and undo, whoever is concerned; of two it tells the later. 0 when erased
 * @param change merged, unmerged or erased
 * @param customerId who was absorbed, set free or erased
 * @param survivorId who is shown for the group
 * @param members ids of all of the survivor's group after the change, the survivor first, at most 20
 * @param freed those set free with {@code customerId}, itself first; none but where it is an undo
 * @param movedContacts contacts of one side that were linked to an issue of the other, and their issue from now on
 * @param contacts contacts of an erased customer, at most 500 an event; null but for an erasure
 * @param part which event of one erasure it is, from 1; null but for an erasure
 * @param parts how many events the erasure is told by; null but for an erasure
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

    /** A contact that has another issue from now on. */
    public record MovedContact(UUID contactId, UUID fromIssueId, UUID toIssueId) {}

    /**
     * Who did it.
     *
     * @param kind staff or system
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record By(String kind, String name) {}

    /** That all members were erased: one of the events that tell it. */
    public static CustomerChanged erased(
            Act act, List<UUID> members, List<UUID> contacts, int part, int parts, Instant at) {
        return new CustomerChanged(
                act.id(),
                0,
                "erased",
                act.subject(),
                members.getFirst(),
                members,
                List.of(),
                List.of(),
                contacts,
                part,
                parts,
                at,
                new By(act.by().kind(), act.by().name()));
    }

    static CustomerChanged of(GroupChanges.Made made) {
        var change = made.change();
        return new CustomerChanged(
                change.actId(),
                change.turn(),
                change.change(),
                change.customerId(),
                change.survivorId(),
                change.members(),
                change.freed(),
                made.moved().contacts().stream()
                        .map(moved -> new MovedContact(moved.contactId(), moved.fromIssueId(), moved.toIssueId()))
                        .toList(),
                null,
                null,
                null,
                change.at(),
                new By(change.by().kind(), change.by().name()));
    }
}
