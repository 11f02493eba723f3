package io.carryon.profile.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.carryon.profile.acts.SignedIn;
import io.carryon.profile.merge.CustomerMerge;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customers who look like another, for staff to confirm or reject. */
@Path("/v1/customers/{id}/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Suggestions")
@RunOnVirtualThread
@RolesAllowed({"agent", "supervisor", "admin"})
public class SuggestionResource {

    private final SettleSuggestion suggestions;
    private final SignedIn signedIn;

    public SuggestionResource(SettleSuggestion suggestions, SignedIn signedIn) {
        this.suggestions = suggestions;
        this.signedIn = signedIn;
    }

    /** Who may be the same customer, and why; the weight is a power of two: how many times likelier it is than not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CustomerSuggestion")
    public record SuggestionView(
            UUID customerId,
            @Schema(examples = "Jana Novak") String name,

            int weight,
            List<String> reasons,
            Instant at) {

        static SuggestionView of(Suggestion suggestion) {
            return new SuggestionView(
                    suggestion.customerId(),
                    suggestion.name(),
                    suggestion.weight(),
                    suggestion.reasons(),
                    suggestion.at());
        }
    }

    /** Those that wait, the likeliest first; there are never more than 20, so never a next page. */
    @Schema(name = "CustomerSuggestions")
    public record SuggestionsView(List<SuggestionView> items, String next, boolean hasMore) {}

    /** What staff found out. */
    @Schema(name = "SuggestionDecision")
    public record Settlement(@NotNull Ruling decision) {

        /** Whether both are one. */
        public enum Ruling {
            /** They are: merge them. */
            @JsonProperty("confirm")
            CONFIRM,
            /** They are not: never suggest it again. */
            @JsonProperty("reject")
            REJECT
        }
    }

    @GET
    @Operation(operationId = "listSuggestions", summary = "Lists customers who may be the same as this one")
    @APIResponse(responseCode = "200", description = "Those that wait for a decision, the likeliest first, at most 20")
    public SuggestionsView list(@PathParam("id") UUID id) {
        return new SuggestionsView(
                suggestions.open(id).stream().map(SuggestionView::of).toList(), null, false);
    }

    @POST
    @Path("{otherId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "settleSuggestion",
            summary = "Confirms that two customers are one, which merges them, or rejects it for ever",
            description =
                    "The other is merged into this customer, see mergeCustomer. Sent again it changes nothing. Once"
                            + " the merge is undone, it waits to be confirmed or rejected again.")
    @APIResponse(responseCode = "204", description = "It is settled")
    @APIResponse(responseCode = "404", description = "It was not suggested")
    @APIResponse(
            responseCode = "409",
            description = "already-settled the other way, or group-too-large: more than 20 customers")
    public void settle(@PathParam("id") UUID id, @PathParam("otherId") UUID otherId, @NotNull @Valid Settlement body) {
        switch (body.decision()) {
            case CONFIRM ->
                suggestions.confirm(
                        signedIn.asks(
                                CustomerMerge.KIND,
                                otherId,
                                suggestions.key(id, otherId),
                                Map.of(CustomerMerge.INTO, id.toString())),
                        id);
            case REJECT ->
                suggestions.reject(
                        signedIn.asks("reject-suggestion", id, suggestions.key(id, otherId), Map.of()), otherId);
        }
    }
}
