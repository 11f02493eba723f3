package io.carryon.profile.recognition.training;

import io.carryon.profile.history.ContactLink.State;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.history.Issue;
import io.carryon.profile.history.IssueStore;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.recognition.training.TrainingExample.Label;
import io.carryon.profile.recognition.training.TrainingExample.Past;
import io.carryon.profile.recognition.training.TrainingExample.Present;
import io.carryon.profile.recognition.training.TrainingExample.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes examples to learn from of what was said about contacts, with what was known when each came. */
@ApplicationScoped
public class TrainingExamples {

    private static final int MOST_HISTORY = 12;
    private static final String UNKNOWN_LANGUAGE = "und";

    private final ContactRecords records;
    private final CustomerStore customers;
    private final IssueStore issues;
    private final ContactText texts;

    public TrainingExamples(ContactRecords records, CustomerStore customers, IssueStore issues, ContactText texts) {
        this.records = records;
        this.customers = customers;
        this.issues = issues;
        this.texts = texts;
    }

    /** Those whose history is still known; three reads and one for each contact's texts. */
    List<TrainingExample> of(List<ConfirmedLink> links) {
        var known = records.find(links.stream().map(ConfirmedLink::contactId).toList());
        var members = customers.findEvenUnmet(known.values().stream()
                .map(ContactRecord::customerId)
                .distinct()
                .toList());
        var histories = new LinkedHashMap<ConfirmedLink, List<PastContact>>();
        for (var link : links) {
            Optional.ofNullable(known.get(link.contactId()))
                    .flatMap(record -> Optional.ofNullable(members.get(record.customerId()))
                            .map(member -> before(record, member)))
                    .filter(history -> !history.isEmpty())
                    .ifPresent(history -> histories.put(link, history));
        }
        var about = issues.find(histories.values().stream()
                .flatMap(List::stream)
                .map(PastContact::issueId)
                .distinct()
                .toList());
        return histories.entrySet().stream()
                .flatMap(each ->
                        example(each.getKey(), known.get(each.getKey().contactId()), each.getValue(), about).stream())
                .toList();
    }

    /** Oldest first. */
    private static List<PastContact> before(ContactRecord record, Customer member) {
        return member.latestContacts().stream()
                .filter(past -> past.issueId() != null
                        && past.at().isBefore(record.contact().at()))
                .limit(MOST_HISTORY)
                .toList()
                .reversed();
    }

    private Optional<TrainingExample> example(
            ConfirmedLink link, ContactRecord record, List<PastContact> history, Map<UUID, Issue> about) {
        var names = new LinkedHashMap<UUID, String>();
        history.forEach(past -> names.putIfAbsent(past.issueId(), "T" + (names.size() + 1)));
        if (!names.containsKey(link.issueId()) && link.state() != State.REJECTED) {
            return Optional.empty();
        }
        var contact = record.contact();
        var whole = texts.of(
                record.customerId(),
                Stream.concat(history.stream(), Stream.of(contact)).toList());
        var open = openIssues(record);
        var tickets = new ArrayList<Ticket>();
        names.forEach((issue, name) -> tickets.add(new Ticket(
                name,
                open.contains(issue.toString()) ? "open" : "resolved",
                Optional.ofNullable(about.get(issue)).map(Issue::openedAt).orElse(null),
                null)));
        var past = new ArrayList<Past>();
        for (var each : history) {
            past.add(new Past(
                    "h" + (past.size() + 1),
                    names.get(each.issueId()),
                    each.channel(),
                    each.at(),
                    UNKNOWN_LANGUAGE,
                    each.subject(),
                    whole.getOrDefault(each.contactId(), each.excerpt())));
        }
        return Optional.of(new TrainingExample(
                link.contactId(),
                new TrainingExample.Person(record.customerId()),
                tickets,
                past,
                new Present(
                        contact.channel(),
                        contact.at(),
                        UNKNOWN_LANGUAGE,
                        contact.subject(),
                        whole.getOrDefault(contact.contactId(), contact.excerpt()),
                        null),
                new Label(
                        names.getOrDefault(link.issueId(), "new"), link.state().name())));
    }

    /** Issues that staff were working on when the contact came, as its card has them. */
    private static Set<String> openIssues(ContactRecord record) {
        if (record.decided().get("card") instanceof Map<?, ?> card
                && card.get("openIssues") instanceof Collection<?> open) {
            return open.stream()
                    .map(issue -> (String) ((Map<?, ?>) issue).get("issueId"))
                    .collect(Collectors.toSet());
        }
        return Set.of();
    }
}
