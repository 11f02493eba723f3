package io.carryon.profile.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An issue whose ticket staff are still working on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenIssue(
        UUID issueId,
        UUID ticketId,
        @Schema(examples = "100013") String ticketNumber,
        @Schema(examples = "WAITING_FOR_CUSTOMER") String status,
        @Schema(examples = "Router drops the line") String subject) {

    /** Issues shown at most. */
    public static final int MOST = 5;

    static OpenIssue of(PastIssue issue) {
        var ticket = issue.ticket();
        return new OpenIssue(issue.issueId(), ticket.ticketId(), ticket.number(), ticket.status(), ticket.subject());
    }
}
