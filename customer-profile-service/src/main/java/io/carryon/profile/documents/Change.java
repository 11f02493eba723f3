package io.carryon.profile.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One atomic change of one document, found by its id alone and made if it is not there; several are sent at once.
 *
 * <p>A field name may be a dotted path; values are what BSON knows (text, numbers, maps, lists).
 */
public final class Change {

    private final String id;
    private final Map<String, Map<String, Object>> operators = new LinkedHashMap<>();

    private Change(String id) {
        this.id = id;
    }

    public static Change of(String id) {
        return new Change(id);
    }

    public Change set(String path, Object value) {
        return with("$set", path, value);
    }

    /** Sets the field only when this change makes the document. */
    public Change setOnInsert(String path, Object value) {
        return with("$setOnInsert", path, value);
    }

    /** Keeps the greater of the stored and the given value; maps compare field by field, in their order. */
    public Change max(String path, Object value) {
        return with("$max", path, value);
    }

    /** Keeps the lesser of the stored and the given value. */
    public Change min(String path, Object value) {
        return with("$min", path, value);
    }

    public Change increment(String path) {
        return with("$inc", path, 1);
    }

    public Change unset(String path) {
        return with("$unset", path, "");
    }

    /** Appends to a list of which only the last {@code kept} elements stay. */
    public Change append(String path, Object value, int kept) {
        return with("$push", path, Map.of("$each", List.of(value), "$slice", -kept));
    }

    public String id() {
        return id;
    }

    /** Whether it would change nothing, and is therefore not sent. */
    public boolean isEmpty() {
        return operators.isEmpty();
    }

    Map<String, Map<String, Object>> operators() {
        return operators;
    }

    private Change with(String operator, String path, Object value) {
        operators.computeIfAbsent(operator, ignored -> new LinkedHashMap<>()).put(path, value);
        return this;
    }
}
