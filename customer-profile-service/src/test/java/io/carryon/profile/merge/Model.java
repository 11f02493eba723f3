package io.carryon.profile.merge;

import io.carryon.profile.history.Issue;
import io.carryon.profile.identity.Customer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What merging and its undo mean, told once more and as plainly as can be: customers are persons with one address each,
 * a merge hangs one person below another, and a contact is about an issue of somebody under the same root.
 */
final class Model {

    /** A contact and the issue it is about by now. */
    static final class Told {

        final UUID id;
        final int person;
        final Instant at;
        final UUID recognized;
        UUID issue;

        private Told(UUID id, int person, Instant at, UUID issue) {
            this.id = id;
            this.person = person;
            this.at = at;
            this.recognized = issue;
            this.issue = issue;
        }
    }

    private static final Comparator<Told> OLDEST_FIRST =
            Comparator.<Told, Instant>comparing(told -> told.at).thenComparing(told -> told.id);

    final Map<UUID, Told> contacts = new LinkedHashMap<>();
    private final Map<Integer, Integer> above = new HashMap<>();
    private final Map<UUID, Integer> owner = new HashMap<>();
    private final Map<Integer, UUID> customer = new HashMap<>();

    boolean isKnown(int person) {
        return customer.containsKey(person);
    }

    UUID customer(int person) {
        return customer.get(person);
    }

    int root(int person) {
        return above.containsKey(person) ? root(above.get(person)) : person;
    }

    boolean isMerged(int person) {
        return above.containsKey(person);
    }

    List<Integer> group(int person) {
        return customer.keySet().stream()
                .filter(other -> root(other) == root(person))
                .toList();
    }

    void contact(UUID id, int person, Instant at, UUID about) {
        customer.putIfAbsent(person, Customer.idOf(id));
        var issue = about == null ? Issue.idOf(id) : goesOn(contacts.get(about).issue, person, Issue.idOf(id));
        owner.putIfAbsent(issue, person);
        contacts.put(id, new Told(id, person, at, issue));
    }

    /** The issue of a thread, or what the person's own latest contact in it was moved to, else the contact's own. */
    private UUID goesOn(UUID named, int person, UUID own) {
        if (isTheirs(named, person)) {
            return named;
        }
        return contacts.values().stream()
                .filter(told -> root(told.person) == root(person))
                .filter(told -> told.recognized.equals(named) && !told.issue.equals(named))
                .max(OLDEST_FIRST)
                .map(told -> told.issue)
                .orElse(own);
    }

    void merge(int person, int into) {
        above.put(root(person), root(into));
    }

    /** Returns the contacts that got another issue. */
    List<Told> unmerge(int person) {
        above.remove(person);
        var opened = new HashMap<List<Object>, Told>();
        var moved = new ArrayList<Told>();
        contacts.values().stream()
                .filter(told -> root(told.person) != root(owner.get(told.issue)))
                .sorted(OLDEST_FIRST)
                .forEach(told -> {
                    var first = opened.computeIfAbsent(List.of(root(told.person), told.issue), ignored -> told);
                    told.issue = Issue.idOf(first.id);
                    owner.put(told.issue, first.person);
                    moved.add(told);
                });
        return moved;
    }

    /** Whether the issue is one of those that are shown as the person's. */
    boolean isTheirs(UUID issue, int person) {
        return root(owner.get(issue)) == root(person);
    }

    void confirm(Told told, UUID issue) {
        told.issue = issue;
    }

    /** It is about something of its own. */
    void reject(Told told) {
        told.issue = Issue.idOf(told.id);
        owner.putIfAbsent(told.issue, told.person);
    }
}
