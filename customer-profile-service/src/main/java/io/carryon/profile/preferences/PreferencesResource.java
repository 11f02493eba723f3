package io.carryon.profile.preferences;

import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.Preferences;
import io.carryon.profile.identity.Tier;
import io.carryon.profile.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How customers want to be served, and what they are worth to us; the next contact's card shows it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
@RunOnVirtualThread
@APIResponse(responseCode = "404", description = "There is no such customer")
@APIResponse(responseCode = "409", description = "customer-erased: nothing is kept of them any more")
public class PreferencesResource {

    private final CustomerStore customers;

    public PreferencesResource(CustomerStore customers) {
        this.customers = customers;
    }

    /** What a customer is worth to us. */
    @Schema(name = "CustomerTier")
    public record OfTier(@NotNull Tier tier) {}

    /** How a customer wants to be served; what is left out is not known. */
    @Schema(name = "CustomerPreferences")
    public record Stated(
            @Size(max = 35)
            @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", message = "must be a language tag of BCP 47")
            @Schema(examples = "pl")
            String language,

            @Pattern(
                    regexp = "phone|email|chat|portal|whatsapp|telegram",
                    message = "must be phone, email, chat, portal, whatsapp or telegram")
            @Schema(enumeration = {"phone", "email", "chat", "portal", "whatsapp", "telegram"})
            String channel,

            @Size(max = 60)
            @Pattern(regexp = "\\P{Cntrl}*\\S\\P{Cntrl}*", message = "must be a line of text")
            @Schema(examples = "Dr. Novak")
            String formOfAddress) {}

    @PUT
    @Path("customers/{id}/tier")
    @RolesAllowed({"supervisor", "admin"})
    @Operation(
            operationId = "setCustomerTier",
            summary = "Says what a customer is worth to us; the last one counts",
            description = "Of one who was merged into another it is said of whom is shown for them.")
    @APIResponse(responseCode = "200", description = "The tier as it is now")
    public OfTier tier(@PathParam("id") UUID id, @NotNull @Valid OfTier tier) {
        customers.setTier(shown(id), tier.tier());
        return tier;
    }

    @PUT
    @Path("customers/{id}/preferences")
    @RolesAllowed({"agent", "supervisor", "admin"})
    @Operation(
            operationId = "setCustomerPreferences",
            summary = "Keeps how a customer wants to be served",
            description = "All of it at once: what is left out is not known any more. The last one counts. Of one who"
                    + " was merged into another it is kept of whom is shown for them.")
    @APIResponse(responseCode = "200", description = "The preferences as they are now")
    public Stated preferences(@PathParam("id") UUID id, @NotNull @Valid Stated stated) {
        customers.setPreferences(
                shown(id), new Preferences(stated.language(), stated.channel(), stated.formOfAddress()));
        return stated;
    }

    /** Who is shown under the id: what stands on one who was merged into them is seen by nobody. */
    private UUID shown(UUID id) {
        var shown = customers
                .find(id)
                .flatMap(customer -> customers.findEvenUnmet(customer.id()))
                .orElseThrow(() -> ProblemException.notFound("There is no customer " + id + "."));
        if (shown.isErased()) {
            throw ProblemException.conflict(
                    "customer-erased", "The customer was erased; nothing is kept of them any more.");
        }
        return shown.id();
    }
}
