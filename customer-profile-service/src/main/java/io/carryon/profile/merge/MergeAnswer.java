package io.carryon.profile.merge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a merge or its undo. */
@Schema(name = "MergeAnswer")
public record MergeAnswer(
        @Schema(description = "Names what was done in the events and in the group's merges.")
        UUID actId,

        @Schema(description = "Who was absorbed, or set free.")
        UUID customerId,

        @Schema(description = "Who is, or was, shown for them.")
        UUID survivorId,

        @Schema(description = "All of the survivor's group now, the survivor first.")
        List<UUID> members,

        @Schema(description = "Those set free, who stay together under the first of them; none by a merge.")
        List<UUID> freed,

        @Schema(description = "Contacts that got an issue of their own by the undo.", examples = "0")
        int movedContacts,

        Instant at) {

    static MergeAnswer of(GroupChanges.Made made) {
        var change = made.change();
        return new MergeAnswer(
                change.actId(),
                change.customerId(),
                change.survivorId(),
                change.members(),
                change.freed(),
                made.moved().contacts().size(),
                change.at());
    }
}
