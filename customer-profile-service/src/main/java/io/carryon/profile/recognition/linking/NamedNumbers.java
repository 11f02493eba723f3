package io.carryon.profile.recognition.linking;

import io.carryon.profile.recognition.reading.NamedNumber;
import io.carryon.profile.recognition.reading.NumberName;
import java.util.List;

/** The numbers that a contact names beside those of each earlier issue, compared once. */
final class NamedNumbers {

    private final Comparison comparison;
    private final boolean hasTransactional;
    private final boolean hasDurable;
    private final List<Beside> issues;

    /**
     * What an issue's numbers are to the contact's.
     *
     * @param sharesTransactional whether both name the same order, invoice or booking
     * @param namesTransactional whether the issue names any
     * @param differsInTransactional whether both name an order, or both an invoice, and never the same one
     * @param sharesDurable whether both name the same card or policy
     * @param differsInDurable whether both name a card, or both a policy, and never the same one
     * @param namesDurable whether the issue names any
     */
    record Beside(
            boolean sharesTransactional,
            boolean namesTransactional,
            boolean differsInTransactional,
            boolean sharesDurable,
            boolean differsInDurable,
            boolean namesDurable) {}

    NamedNumbers(Comparison comparison) {
        this.comparison = comparison;
        var transactional = transactional(comparison.contact());
        var durable = durable(comparison.contact());
        this.hasTransactional = !transactional.isEmpty();
        this.hasDurable = !durable.isEmpty();
        this.issues = comparison.issues().stream()
                .map(issue -> beside(issue, transactional, durable))
                .toList();
    }

    /** Of the issue at the place in the comparison. */
    Beside beside(int issue) {
        return issues.get(issue);
    }

    /** Whether the contact names an order, an invoice, a booking. */
    boolean hasTransactional() {
        return hasTransactional;
    }

    /** Whether the contact names a card or a policy; the customer's own number and phone say nothing. */
    boolean hasDurable() {
        return hasDurable;
    }

    boolean isAnyDurableShared() {
        return issues.stream().anyMatch(Beside::sharesDurable);
    }

    boolean isAnyDurableOther() {
        return issues.stream().anyMatch(Beside::differsInDurable);
    }

    private Beside beside(KnownIssue issue, List<NamedNumber> mine, List<NamedNumber> myDurable) {
        var sharesTransactional = false;
        var namesTransactional = false;
        var sameName = false;
        var sharesDurable = false;
        var samePaper = false;
        var namesDurable = false;
        for (var contact : issue.contacts()) {
            for (var their : transactional(contact)) {
                namesTransactional = true;
                sharesTransactional = sharesTransactional || mine.stream().anyMatch(their::namesTheSameAs);
                sameName = sameName || mine.stream().anyMatch(my -> my.name() != null && my.name() == their.name());
            }
            for (var their : durable(contact)) {
                namesDurable = true;
                for (var my : myDurable) {
                    var same = my.name() == their.name();
                    samePaper = samePaper || same;
                    sharesDurable = sharesDurable || (same && my.isSameAs(their));
                }
            }
        }
        return new Beside(
                sharesTransactional,
                namesTransactional,
                sameName && !sharesTransactional,
                sharesDurable,
                samePaper && !sharesDurable,
                namesDurable);
    }

    /** Numbers of the contact that belong to one issue. */
    private List<NamedNumber> transactional(KnownContact of) {
        return of.reading().numbers().isEmpty()
                ? List.of()
                : of.reading().transactional().stream()
                        .filter(this::isNotTheCustomers)
                        .toList();
    }

    private List<NamedNumber> durable(KnownContact of) {
        return of.reading().numbers().isEmpty()
                ? List.of()
                : of.reading().durable().stream()
                        .filter(number -> number.name() == NumberName.CARD || number.name() == NumberName.POLICY)
                        .filter(this::isNotTheCustomers)
                        .toList();
    }

    private boolean isNotTheCustomers(NamedNumber number) {
        return number.name() != NumberName.PHONE
                && comparison.customerNumbers().stream()
                        .noneMatch(own -> number.isSameAs(new NamedNumber(null, own, true)))
                && comparison.customerPhones().stream().noneMatch(number::isPhone);
    }
}
