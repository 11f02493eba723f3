package io.carryon.local.documents;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The update operators that are enough for most, on an encoded document. What they mean is up to the server's own way:
 * whatever could have another meaning or an error there is left to it.
 */
final class UsualUpdate {

    private static final Pattern DOT = Pattern.compile(".", Pattern.LITERAL);

    private static final Set<String> OPERATORS =
            Set.of("$set", "$setOnInsert", "$unset", "$inc", "$max", "$min", "$push");

    private record Step(String operator, String[] path, Object value) {}

    private final List<Step> steps = new ArrayList<>();

    /** @throws UnusualUpdateException when the server's own way has to judge it */
    UsualUpdate(Document operators) {
        if (operators.isEmpty()) {
            throw new UnusualUpdateException();
        }
        List<String> paths = new ArrayList<>();
        operators.forEach((operator, changes) -> {
            if (!OPERATORS.contains(operator) || !(changes instanceof Document fields)) {
                throw new UnusualUpdateException();
            }
            fields.forEach((path, value) -> {
                requireUsual(path, paths);
                paths.add(path);
                steps.add(new Step(operator, DOT.split(path), value));
            });
        });
    }

    /** No positions, no ids, nothing empty, and nothing that another part of the update changes too. */
    private static void requireUsual(String path, List<String> others) {
        if (path.indexOf('$') >= 0
                || path.isEmpty()
                || path.startsWith(".")
                || path.endsWith(".")
                || path.contains("..")
                || path.equals("_id")
                || path.startsWith("_id.")) {
            throw new UnusualUpdateException();
        }
        for (String other : others) {
            if (isWithin(path, other) || isWithin(other, path)) {
                throw new UnusualUpdateException();
            }
        }
    }

    private static boolean isWithin(String path, String other) {
        return path.startsWith(other) && (path.length() == other.length() || path.charAt(other.length()) == '.');
    }

    /**
     * The changed document.
     *
     * @param isNew whether this update makes the document
     * @throws UnusualUpdateException when the server's own way has to judge it
     */
    byte[] of(byte[] document, boolean isNew) {
        byte[] changed = document;
        for (Step step : steps) {
            if (isNew || !step.operator().equals("$setOnInsert")) {
                changed = change(step, BsonField.at(changed, step.path()), changed);
            }
        }
        return changed;
    }

    private static byte[] change(Step step, BsonField field, byte[] document) {
        return switch (step.operator()) {
            case "$set", "$setOnInsert" -> field.set(step.value());
            case "$unset" -> field.exists() ? field.remove() : document;
            case "$inc" -> field.set(sum(step.value(), field));
            case "$max" -> isNearer(step.value(), field, 1) ? field.set(step.value()) : document;
            case "$min" -> isNearer(step.value(), field, -1) ? field.set(step.value()) : document;
            case "$push" -> push(step.value(), field);
            default -> throw new UnusualUpdateException();
        };
    }

    private static Object sum(Object more, BsonField field) {
        Object before = field.exists() ? field.value() : Integer.valueOf(0);
        if (more instanceof Integer one && before instanceof Integer other) {
            long sum = (long) one + other;
            if (sum == (int) sum) {
                return (int) sum;
            }
        }
        throw new UnusualUpdateException();
    }

    private static boolean isNearer(Object value, BsonField field, int direction) {
        if (!field.exists()) {
            return true;
        }
        Object before = field.value();
        if (before == null || value == null || before.getClass() != value.getClass() || before instanceof Collection) {
            throw new UnusualUpdateException();
        }
        return Integer.signum(ValueComparator.asc().compare(value, before)) == direction;
    }

    private static byte[] push(Object value, BsonField field) {
        if (value instanceof Document slice
                && slice.keySet().equals(Set.of("$each", "$slice"))
                && slice.get("$each") instanceof List<?> values
                && slice.get("$slice") instanceof Integer kept
                && kept < 0) {
            return field.append(values, -kept);
        }
        throw new UnusualUpdateException();
    }
}
