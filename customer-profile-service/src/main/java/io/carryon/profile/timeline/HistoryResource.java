package io.carryon.profile.timeline;

import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What happened between a customer and us. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History")
@RunOnVirtualThread
@RolesAllowed({"agent", "supervisor", "admin", "service"})
@APIResponse(responseCode = "404", description = "There is no such resource")
public class HistoryResource {

    private final CustomerStore customers;
    private final IssueStore issues;
    private final ContactRecords records;
    private final TimelinePage timeline;

    public HistoryResource(CustomerStore customers, IssueStore issues, ContactRecords records, TimelinePage timeline) {
        this.customers = customers;
        this.issues = issues;
        this.records = records;
        this.timeline = timeline;
    }

    @GET
    @Path("customers/{id}/timeline")
    @Operation(
            operationId = "getTimeline",
            summary = "Lists contacts, replies and ticket changes of a customer, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    public TimelineView timeline(
            @PathParam("id") UUID id,
            @RestQuery @Parameter(description = "The next of the page before") @Size(max = 500) String cursor,
            @RestQuery
                    @DefaultValue("25")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "25"))
                    PageSize limit) {
        return timeline.read(customer(id), cursor, limit.entries());
    }

    @GET
    @Path("customers/{id}/issues")
    @Operation(
            operationId = "listIssues",
            summary = "Lists a customer's recent issues, newest first",
            description = "At most the last 20; all of them are reachable through the timeline.")
    @APIResponse(responseCode = "200", description = "The issues")
    public IssueView.Issues issues(@PathParam("id") UUID id) {
        return new IssueView.Issues(
                customer(id).latestIssues().stream().map(IssueView.Summary::of).toList(), null, false);
    }

    @GET
    @Path("issues/{id}")
    @Operation(operationId = "getIssue", summary = "Shows an issue with its last contacts and its tickets")
    @APIResponse(responseCode = "200", description = "The issue")
    public IssueView issue(@PathParam("id") UUID id) {
        return issues.find(id)
                .map(IssueView::of)
                .orElseThrow(() -> ProblemException.notFound("There is no issue " + id + "."));
    }

    @GET
    @Path("contacts/{id}")
    @Operation(
            operationId = "getContact",
            summary = "Shows why a contact was recognized so",
            description = "Customer, issue with its evidence and candidates, card and question, as they were published,"
                    + " and how the contact stands to its issue since.")
    @APIResponse(responseCode = "200", description = "The contact's record")
    public ContactView contact(@PathParam("id") UUID id) {
        return records.find(id)
                .map(ContactView::of)
                .orElseThrow(() -> ProblemException.notFound("There is no contact " + id + "."));
    }

    private Customer customer(UUID id) {
        return customers.find(id).orElseThrow(() -> ProblemException.notFound("There is no customer " + id + "."));
    }
}
