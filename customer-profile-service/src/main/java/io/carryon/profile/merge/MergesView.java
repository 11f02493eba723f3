package io.carryon.profile.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.identity.Group;
import io.carryon.profile.identity.Merge;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is merged with whom, and who decided it; all of it, so there is no next page. */
@Schema(name = "Merges")
public record MergesView(
        @Schema(description = "Who is shown for all of them.")
        UUID survivorId,

        @Schema(description = "All of them, the survivor first, at most 20.")
        List<UUID> members,

        @Schema(description = "Oldest first.") List<MergeView> items,

        String next,
        boolean hasMore) {

    /** One merge that stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Merge")
    public record MergeView(
            UUID customerId,
            UUID into,
            UUID actId,
            Instant at,
            @Schema(examples = "Agent One") String by,

            @Schema(examples = "Same person, said so on the phone")
            String reason) {

        private static MergeView of(Merge merge, String reason) {
            return new MergeView(merge.absorbed(), merge.into(), merge.actId(), merge.at(), merge.by(), reason);
        }
    }

    /** @param reasons by the merge's act */
    static MergesView of(Group group, Map<UUID, String> reasons) {
        return new MergesView(
                group.survivor(),
                group.members(),
                group.merges().stream()
                        .map(merge -> MergeView.of(merge, reasons.get(merge.actId())))
                        .toList(),
                null,
                false);
    }
}
