package io.carryon.profile.privacy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** An issue without what it keeps of the contacts of others. */
final class OwnIssue {

    private OwnIssue() {}

    /** @param own ids of the customer's contacts */
    static Map<String, Object> of(Document issue, Set<String> own) {
        var told = new LinkedHashMap<String, Object>(issue);
        told.remove("_id");
        told.replaceAll((name, value) -> switch (name) {
            case "contacts", "attempts" ->
                value instanceof Collection<?> all
                        ? all.stream().filter(each -> isOwn(each, own)).toList()
                        : value;
            case "movedIn" -> own(OwnHistory.fields(value), own);
            default -> value;
        });
        return told;
    }

    private static Map<Object, Object> own(Map<?, ?> byContact, Set<String> own) {
        var told = new LinkedHashMap<Object, Object>(byContact);
        told.values().removeIf(each -> !isOwn(each, own));
        return told;
    }

    private static boolean isOwn(Object element, Set<String> own) {
        return own.contains(OwnHistory.fields(element).get("contactId"));
    }
}
