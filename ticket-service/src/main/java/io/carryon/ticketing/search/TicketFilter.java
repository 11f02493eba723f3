package io.carryon.ticketing.search;

import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.TicketStatus;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of tickets is narrowed to; everything given must hold. */
public class TicketFilter {

    /** Characters of a query. */
    public static final int MOST_OF_QUERY = 500;

    /** What {@link QuerySyntax} reads, for those who write queries. */
    public static final String SYNTAX =
            "What to look for, up to 20 parts between blanks, all of which must hold. A word is "
                    + "found in any of its forms and with or without accents, in the subject, in what was said, in the customer's name "
                    + "and in ticket and order numbers; the last one may be incomplete (from 3 letters) unless very many tickets have it as it is; word* is a beginning. \"Words in "
                    + "quotation marks\" stand just so. field:value is one of status, queue, owner (me, none), priority, channel (each "
                    + "with several values between commas), number, subject (a part of it), wants (person), customer, issue, contact (ids), created "
                    + "and updated (2026-06-01, >2026-06-01, >=, <, <=, 2026-06-01..2026-06-30, days of UTC, or times). -part must "
                    + "not hold. Of a text, the first 20,000 characters are found.";

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
            description = "Channel of the customer's latest contact: phone, email, chat, portal, whatsapp or telegram",
            example = "email")
    ChannelName channel;

    @QueryParam("openedAfter")
    @Parameter(description = "Opened at or after", example = "2026-06-01T00:00:00Z")
    Moment openedAfter;

    @QueryParam("openedBefore")
    @Parameter(description = "Opened before", example = "2026-07-01T00:00:00Z")
    Moment openedBefore;

    @QueryParam("q")
    @Size(max = MOST_OF_QUERY)
    @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
    @Parameter(description = SYNTAX, example = "status:open \"charged twice\" -refund created:>2026-01-01 invoi*")
    String q;

    /** What is given of the parameters, the query aside, for who asks. */
    Stream<Condition> conditions(Supplier<String> me) {
        return Stream.of(
                        given(status, given -> given.isEmpty() ? null : QueryFields.status(given)),
                        given(queue, given -> QueryFields.queues(List.of(given))),
                        given(owner, given -> QueryFields.owner(given, me)),
                        given(customerId, QueryFields::customer),
                        given(issueId, given -> Condition.indexed("t.issue_id = ?", given)),
                        given(contactId, QueryFields::contact),
                        given(number, QueryFields::number),
                        given(
                                channel,
                                given -> Condition.of(
                                        "t.channel = ?", given.channel().name())),
                        given(openedAfter, given -> Condition.of("t.opened_at >= ?", given.instant())),
                        given(openedBefore, given -> Condition.of("t.opened_at < ?", given.instant())))
                .filter(Objects::nonNull);
    }

    private static <T> Condition given(T value, Function<T, Condition> condition) {
        return value == null || "".equals(value) ? null : condition.apply(value);
    }

    /** A channel as the API spells it. */
    public enum ChannelName {
        phone,
        email,
        chat,
        portal,
        whatsapp,
        telegram;

        Channel channel() {
            return Channel.valueOf(name().toUpperCase(java.util.Locale.ROOT));
        }
    }
}
