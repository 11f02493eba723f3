package io.carryon.profile.privacy;

import io.carryon.profile.documents.Change;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * What of a stored document tells something about a person: every text that is not a known word, an id or a time. What
 * is not known to be harmless goes, so that a field that is new one day is not forgotten.
 */
final class PersonalTexts {

    private static final String CONTACT_ID = "contactId";

    /** Fields whose texts are ours: kinds, states, numbers we gave, names of staff who worked on a ticket. */
    private static final Set<String> OURS = Set.of(
            "_id",
            "channel",
            "kind",
            "type",
            "status",
            "state",
            "customerSays",
            "change",
            "decision",
            "outcome",
            "match",
            "verification",
            "method",
            "number",
            "ticketNumber",
            "owner",
            "agents");

    /** Fields that hold what somebody said, whatever it looks like. */
    private static final Set<String> SAID =
            Set.of("name", "value", "subject", "excerpt", "text", "detail", "reason", "handleId", "reference", "q");

    private static final Pattern ID_OR_TIME =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z|PT[0-9.HMS]+");

    private final Predicate<String> isTheirs;
    private final Change change;

    private PersonalTexts(Change change, Predicate<String> isTheirs) {
        this.change = change;
        this.isTheirs = isTheirs;
    }

    /**
     * What takes the texts out of a document; empty when there are none. It keeps every number, id and time.
     *
     * @param isWhole whether the document is the customer's; else only what it has of their contacts
     * @param isTheirs whether a contact is; what a document of theirs has of others' contacts stays
     */
    static Change removed(Document document, boolean isWhole, Predicate<String> isTheirs) {
        var texts = new PersonalTexts(Change.of(document.getString("_id")), isTheirs);
        texts.visit(document, "", isWhole);
        return texts.change;
    }

    private void visit(Map<?, ?> fields, String path, boolean concerns) {
        var names = !path.isEmpty() && fields.get(CONTACT_ID) instanceof String;
        var theirs = names ? isTheirs.test((String) fields.get(CONTACT_ID)) : concerns;
        fields.forEach((name, value) -> visit((String) name, value, path + name, theirs));
    }

    private void visit(String name, Object value, String path, boolean concerns) {
        if (value instanceof Map<?, ?> fields) {
            visit(fields, path + ".", concerns);
        } else if (value instanceof List<?> elements) {
            visit(name, elements, path, concerns);
        } else if (concerns && isPersonal(name, value)) {
            change.unset(path);
        }
    }

    private void visit(String name, List<?> elements, String path, boolean concerns) {
        if (elements.stream().anyMatch(element -> isPersonal(name, element))) {
            if (concerns) {
                change.unset(path);
            }
            return;
        }
        for (int i = 0; i < elements.size(); i++) {
            visit(name, elements.get(i), path + "." + i, concerns);
        }
    }

    private static boolean isPersonal(String name, Object value) {
        return value instanceof String text
                && !OURS.contains(name)
                && (SAID.contains(name) || !ID_OR_TIME.matcher(text).matches());
    }
}
