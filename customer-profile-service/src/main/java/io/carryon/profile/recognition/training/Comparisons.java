package io.carryon.profile.recognition.training;

import io.carryon.profile.recognition.linking.Comparison;
import io.carryon.profile.recognition.linking.KnownContact;
import io.carryon.profile.recognition.linking.KnownIssue;
import io.carryon.profile.recognition.meaning.SentenceModel;
import io.carryon.profile.recognition.meaning.SentenceVector;
import io.carryon.profile.recognition.reading.ContactReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes decisions of a file into what the service itself compares. */
public final class Comparisons {

    private final ContactReader reader;
    private final SentenceModel model;
    private final Map<String, SentenceVector> vectors = new HashMap<>();

    public Comparisons(ContactReader reader, SentenceModel model) {
        this.reader = reader;
        this.model = model;
    }

    public Comparison of(Decision decision, Comparison.Terms terms) {
        var contacts = new LinkedHashMap<String, List<KnownContact>>();
        decision.tickets().forEach(ticket -> contacts.put(ticket.id(), new ArrayList<>()));
        decision.history()
                .forEach(said -> contacts.computeIfAbsent(said.ticket(), id -> new ArrayList<>())
                        .add(contact(said)));
        var issues = decision.tickets().stream()
                .filter(ticket -> !contacts.get(ticket.id()).isEmpty())
                .map(ticket -> new KnownIssue(id(ticket.id()), ticket.resolvedAt(), contacts.get(ticket.id())))
                .toList();
        var answers = decision.contact().replyTo();
        var account = decision.customer() == null ? null : decision.customer().accountNumber();
        return new Comparison(
                contact(decision.contact()),
                decision.history().stream()
                        .filter(said -> said.id().equals(answers))
                        .map(said -> id(said.ticket()))
                        .findFirst()
                        .orElse(null),
                issues,
                account == null ? Set.of() : Set.of(account),
                Set.of(),
                terms);
    }

    /** The issue's id of a ticket's name. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private KnownContact contact(Decision.Said said) {
        var reading = reader.read(said.text(), "und".equals(said.lang()) ? null : said.lang());
        return new KnownContact(
                id(said.id() == null ? "contact" : said.id()),
                said.at(),
                said.channel(),
                reading,
                () -> vectors.computeIfAbsent(reading.meaning(), model::vector));
    }
}
