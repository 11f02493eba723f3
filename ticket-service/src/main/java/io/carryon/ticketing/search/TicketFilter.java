package io.carryon.ticketing.search;

import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.TicketStatus;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of tickets is narrowed to; everything given must hold. */
public class TicketFilter {

    @QueryParam("status")
    @Parameter(description = "One or several: status=NEW&status=OPEN")
    List<TicketStatus> status;

    @QueryParam("queue")
    @Size(max = 64)
    @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
    @Parameter(example = "support")
    String queue;

    @QueryParam("owner")
    @Size(max = 100)
    @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
    @Parameter(description = "Subject of the owner's token, me, or none", example = "me")
    String owner;

    @QueryParam("customerId")
    UUID customerId;

    @QueryParam("issueId")
    UUID issueId;

    @QueryParam("contactId")
    @Parameter(description = "Tickets with an entry of this contact")
    UUID contactId;

    @QueryParam("number")
    @Size(max = 40)
    @Parameter(example = "100004")
    String number;

    @QueryParam("channel")
    @Parameter(
            description = "Channel of the customer's latest contact: phone, email, chat or portal",
            example = "email")
    ChannelName channel;

    @QueryParam("openedAfter")
    @Parameter(description = "Opened at or after", example = "2026-06-01T00:00:00Z")
    Moment openedAfter;

    @QueryParam("openedBefore")
    @Parameter(description = "Opened before", example = "2026-07-01T00:00:00Z")
    Moment openedBefore;

    @QueryParam("q")
    @Size(max = 200)
    @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
    @Parameter(description = "Words of the subject", example = "invoice")
    String q;

    /** A channel as the API spells it. */
    public enum ChannelName {
        phone,
        email,
        chat,
        portal;

        Channel channel() {
            return Channel.valueOf(name().toUpperCase(java.util.Locale.ROOT));
        }
    }
}
