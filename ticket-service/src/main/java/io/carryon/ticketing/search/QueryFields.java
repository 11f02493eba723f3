package io.carryon.ticketing.search;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.TicketNumber;
import io.carryon.ticketing.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The fields of the query syntax, and what each asks of a ticket. Several values, as in {@code status:new,open}, are any of them. */
@ApplicationScoped
public class QueryFields {

    /** What a field's value asks of a ticket, for who asks. */
    @FunctionalInterface
    private interface Reading {

        Condition of(String value, Supplier<String> me);
    }

    private static final Map<String, Reading> OWN = Map.ofEntries(
            Map.entry(
                    "status",
                    (value, me) -> status(constants(TicketStatus.class, value).stream()
                            .map(TicketStatus::valueOf)
                            .toList())),
            Map.entry("queue", (value, me) -> queues(split(value))),
            Map.entry("owner", QueryFields::owner),
            Map.entry("priority", (value, me) -> Condition.of("t.priority = any(?)", constants(Priority.class, value))),
            Map.entry("channel", (value, me) -> Condition.of("t.channel = any(?)", constants(Channel.class, value))),
            Map.entry("number", (value, me) -> number(value)),
            Map.entry("subject", (value, me) -> subject(value)),
            Map.entry("customer", (value, me) -> customer(id(value))),
            Map.entry("issue", (value, me) -> Condition.indexed("t.issue_id = ?", id(value))),
            Map.entry("contact", (value, me) -> contact(id(value))),
            Map.entry("wants", (value, me) -> wants(value)),
            Map.entry("created", (value, me) -> DateRange.parse(value).of("t.opened_at")),
            Map.entry("opened", (value, me) -> DateRange.parse(value).of("t.opened_at")),
            Map.entry("updated", (value, me) -> DateRange.parse(value).of("t.updated_at")));

    /** Merged customers have their tickets together, whichever of them is asked for. */
    private static final String OF_GROUP = """
            t.customer_id = any(array(
                with asked (id) as (values (?::uuid)), survivor (id) as (
                    select coalesce(g.survivor_id, asked.id)
                    from asked left join ticketing.customer_group g on g.member_id = asked.id)
                select id from asked union select id from survivor
                union select g.member_id from ticketing.customer_group g join survivor on g.survivor_id = survivor.id))""";

    private final Map<String, Reading> all = new TreeMap<>(OWN);

    QueryFields(Instance<QueryField> others) {
        others.forEach(field -> all.put(field.name(), field::condition));
    }

    /** What a part of the query asks; 400 that names an unknown field, or what a value must be. */
    Condition condition(QueryTerm.Field field, Supplier<String> me) {
        var reading = all.get(field.name());
        if (reading == null) {
            throw ProblemException.invalid(
                    "q",
                    "knows no field \"%s\"; there are %s. In quotation marks it is looked for as text."
                            .formatted(field.name(), String.join(", ", all.keySet())));
        }
        try {
            var condition = reading.of(field.value(), me);
            return field.not() ? condition.not() : condition;
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("q", field.name() + " " + e.getMessage());
        }
    }

    /** Written out: the indexes of live tickets are of no use to a plan that does not know the status. */
    static Condition status(Collection<TicketStatus> statuses) {
        var each = statuses.stream()
                .distinct()
                .map(status -> Condition.indexed("t.status = '%s'".formatted(status)))
                .toList();
        if (each.size() == 1) {
            return each.getFirst();
        }
        var names = statuses.stream().map(Enum::name).collect(Collectors.joining("', '", "'", "'"));
        return new Condition("t.status in (%s)".formatted(names), List.of(), true, each);
    }

    static Condition queues(List<String> queues) {
        return queues.size() == 1
                ? Condition.indexed("t.queue = ?", queues.getFirst())
                : Condition.of("t.queue = any(?)", queues);
    }

    static Condition owner(String owner, Supplier<String> me) {
        return "none".equals(owner)
                ? Condition.indexed("t.owner is null")
                : Condition.indexed("t.owner = ?", "me".equals(owner) ? me.get() : owner);
    }

    private static Condition wants(String what) {
        if (!"person".equals(what)) {
            throw new IllegalArgumentException("must be person: those whose customers want one");
        }
        return Condition.indexed("t.id = any(array(select w.ticket_id from ticketing.person_wanted w))");
    }

    static Condition customer(UUID id) {
        return Condition.indexed(OF_GROUP, id);
    }

    /** As an array, which is found first: a join might walk through all tickets in the order of the list instead. */
    static Condition contact(UUID id) {
        return Condition.indexed(
                "t.id = any(array(select e.ticket_id from ticketing.entry e where e.contact_id = ?))", id);
    }

    /** The number as stored; what cannot be one matches nothing. */
    static Condition number(String typed) {
        return Condition.indexed(
                "t.number = ?",
                TicketNumber.parse(typed).map(TicketNumber::value).orElse("none"));
    }

    private static Condition subject(String part) {
        var pattern = "%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return Condition.of("lower(t.subject) like lower(?) escape '\\'", pattern);
    }

    private static List<String> split(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static <E extends Enum<E>> List<String> constants(Class<E> type, String value) {
        var names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        Function<String, String> written = part -> part.toUpperCase(Locale.ROOT).replace('-', '_');
        var asked = split(value).stream().map(written).toList();
        if (asked.isEmpty() || !names.containsAll(asked)) {
            throw new IllegalArgumentException(
                    "must be one or several of " + names.toString().toLowerCase(Locale.ROOT));
        }
        return asked;
    }

    private static UUID id(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be a UUID", e);
        }
    }
}
