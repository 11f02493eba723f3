package io.carryon.profile.lookup;

import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Customers, by id or by handle. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
@RunOnVirtualThread
public class CustomerResource {

    private static final String ISO_COUNTRY = "[A-Za-z]{2}";

    private final CustomerStore customers;
    private final CustomerLookup lookup;

    public CustomerResource(CustomerStore customers, CustomerLookup lookup) {
        this.customers = customers;
        this.lookup = lookup;
    }

    /** Those found; there is never a next page, since a handle has one customer, or five where several share it. */
    @Schema(name = "Customers")
    public record Customers(List<CustomerView> items, String next, boolean hasMore) {}

    @GET
    @Path("customers")
    @RolesAllowed({"agent", "supervisor", "admin", "service", "ivr"})
    @Operation(operationId = "findCustomers", summary = "Finds the customer behind a phone number, address or account")
    @APIResponse(
            responseCode = "200",
            description = "The customer; no items when the handle is unknown, at most 5 where it is shared")
    public Customers find(
            @RestQuery
                    @Parameter(
                            description = "kind:value, the kind one of tel, mailto, account, chat",
                            example = "tel:+4930123456",
                            required = true)
                    @NotBlank
                    @Size(max = 400)
                    String handle,
            @RestQuery
                    @Parameter(
                            description = "ISO country in whose national format a phone number is written",
                            example = "DE")
                    @Pattern(regexp = ISO_COUNTRY)
                    String region) {
        return new Customers(lookup.find(handle, region), null, false);
    }

    @GET
    @Path("customers/{id}")
    @RolesAllowed({"agent", "supervisor", "admin", "service"})
    @Operation(
            operationId = "getCustomer",
            summary = "Shows a customer with what came last",
            description = "An id resolves for ever: that of one who was merged into another shows the other.")
    @APIResponse(responseCode = "200", description = "The customer")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    public CustomerView get(@PathParam("id") UUID id) {
        return customers
                .find(id)
                .map(customer -> CustomerView.of(customer, id))
                .orElseThrow(() -> ProblemException.notFound("There is no customer " + id + "."));
    }
}
