package io.carryon.profile.recognition.training;

import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.identity.Customer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.bson.Document;

/**
 * Keeps what was said about contacts, one document a month of receipt ({@code confirmed:2026-11}), the last
 * {@value #MOST_A_MONTH} answers of it.
 */
@ApplicationScoped
public class ConfirmedLinks {

    /** Answers of a month that are kept; about 2 MB. */
    static final int MOST_A_MONTH = 5000;

    /** Staff outrank the customer, the later outranks the earlier. */
    private static final Comparator<ConfirmedLink> WEIGHT =
            Comparator.comparing(ConfirmedLink::isByStaff).thenComparing(ConfirmedLink::at);

    private static final Comparator<ConfirmedLink> OLDEST_FIRST =
            Comparator.comparing(ConfirmedLink::at).thenComparing(ConfirmedLink::contactId);

    private final Documents documents;
    private final Shapes shapes;

    public ConfirmedLinks(Documents documents, Shapes shapes) {
        this.documents = documents;
        this.shapes = shapes;
    }

    private static String documentId(YearMonth month) {
        return "confirmed:" + month;
    }

    /** Notes the answer that stands; noted again, it is read once. */
    public Change answered(ContactRecord record, List<UUID> candidates) {
        var link = ConfirmedLink.of(record.contactId(), record.contact().issueId(), record.link(), candidates);
        return Change.of(documentId(Customer.month(record.contact().at())))
                .append("links", shapes.fields(link), MOST_A_MONTH);
    }

    /** The last word about each contact of the month, oldest first; without those where it was taken back. */
    List<ConfirmedLink> month(YearMonth month) {
        var last = new LinkedHashMap<UUID, ConfirmedLink>();
        documents
                .find(documentId(month))
                .map(found -> found.getList("links", Document.class, List.of()))
                .orElse(List.of())
                .forEach(stored -> {
                    var link = shapes.read(stored, ConfirmedLink.class);
                    last.merge(link.contactId(), link, BinaryOperator.maxBy(WEIGHT));
                });
        return last.values().stream()
                .filter(ConfirmedLink::isSaid)
                .sorted(OLDEST_FIRST)
                .toList();
    }
}
