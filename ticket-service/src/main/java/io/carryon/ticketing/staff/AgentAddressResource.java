package io.carryon.ticketing.staff;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.settings.SettingsTrail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** From which addresses an agent acts by mail: read by all staff, said by admins. */
@Path("/v1/agents/{id}/mail-addresses")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Agents")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class AgentAddressResource {

    private static final String ID = "Subject of the agent's token, or me";

    private final AgentAddresses addresses;
    private final SettingsTrail trail;
    private final SignedIn signedIn;

    AgentAddressResource(AgentAddresses addresses, SettingsTrail trail, SignedIn signedIn) {
        this.addresses = addresses;
        this.trail = trail;
        this.signedIn = signedIn;
    }

    /** All of an agent's addresses. */
    @Schema(name = "AgentMailAddresses")
    public record Addresses(
            @NotNull
            @Size(max = 10)
            @Schema(description = "Kept in lower case; empty for none", examples = "[\"ann@carryon.example\"]")
            List<
                            @NotNull @Size(max = 254)
                            @Pattern(
                                    regexp =
                                            "[^\\s<>(),;:\"\\[\\]\\\\@\\p{Cntrl}]{1,64}@[^\\s<>(),;:\"\\[\\]\\\\@\\p{Cntrl}]+",
                                    message = "must be a mail address alone, as in ann@example.org")
                            String>
                    addresses) {}

    @GET
    @Transactional
    @Operation(operationId = "getAgentMailAddresses", summary = "From which addresses an agent acts by mail")
    @APIResponse(
            responseCode = "200",
            description = "The addresses",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Addresses.class)))
    public Addresses get(@Parameter(description = ID, example = "agent-1") String id) {
        return new Addresses(addresses.of(signedIn.subject(id)));
    }

    @PUT
    @Transactional
    @RolesAllowed(SignedIn.ADMIN)
    @Operation(
            operationId = "setAgentMailAddresses",
            summary = "Say from which addresses an agent acts by mail",
            description =
                    "An answer from there, in a ticket's thread, is a reply to the customer, or a note when it begins "
                            + "with #note: only where a trusted server vouches for the sender (DMARC), and only on tickets in queues "
                            + "the agent may see. Replaces what was said before.")
    @APIResponse(
            responseCode = "200",
            description = "The addresses as they are now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Addresses.class)))
    @APIResponse(responseCode = "409", description = "An address is another agent's", ref = "Problem")
    public Addresses put(
            @Parameter(description = ID, example = "agent-1") String id, @NotNull @Valid Addresses setting) {
        var agent = signedIn.subject(id);
        var asked = setting.addresses().stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
        var others = addresses.ofOthers(asked, agent);
        if (!others.isEmpty()) {
            throw ProblemException.conflict(
                    "address-in-use", "Another agent acts from %s; take it from them first.".formatted(others));
        }
        var before = new Addresses(addresses.of(agent));
        addresses.store(agent, asked);
        var after = new Addresses(asked);
        trail.changed("agent-mail-addresses", agent, before, after);
        return after;
    }
}
