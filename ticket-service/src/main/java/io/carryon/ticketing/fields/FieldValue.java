package io.carryon.ticketing.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;

/** Checks values against the definitions of their fields. */
final class FieldValue {

    private static final int LONGEST = 2000;
    private static final int MOST_DIGITS = 30;

    private FieldValue() {}

    /** What is wrong with a value that is not null; empty when nothing is. */
    static Optional<String> fault(FieldDefinition field, JsonNode value) {
        var good = switch (field.type()) {
            case TEXT -> isText(value);
            case NUMBER -> value.isNumber() && isShort(value);
            case WHOLE_NUMBER -> value.isIntegralNumber() && value.canConvertToLong();
            case YES_NO -> value.isBoolean();
            case DATE -> value.isTextual() && isDay(value.textValue());
            case CHOICE -> value.isTextual() && field.choices().contains(value.textValue());
            case CHOICES -> isChoices(field, value);
        };
        return good ? Optional.empty() : Optional.of(wanted(field));
    }

    private static String wanted(FieldDefinition field) {
        return switch (field.type()) {
            case TEXT -> "must be a text of 1 to %d characters".formatted(LONGEST);
            case NUMBER -> "must be a number of at most %d digits".formatted(MOST_DIGITS);
            case WHOLE_NUMBER -> "must be a whole number";
            case YES_NO -> "must be true or false";
            case DATE -> "must be a day such as 2026-12-01";
            case CHOICE -> "must be one of " + field.choices();
            case CHOICES -> "must be an array of some of %s, each once".formatted(field.choices());
        };
    }

    /** Jackson makes an infinite number of one that is too large. */
    private static boolean isShort(JsonNode value) {
        return Double.isFinite(value.doubleValue())
                && value.decimalValue().precision() <= MOST_DIGITS
                && Math.abs(value.decimalValue().scale()) <= MOST_DIGITS;
    }

    private static boolean isText(JsonNode value) {
        return value.isTextual()
                && !value.textValue().isBlank()
                && value.textValue().length() <= LONGEST
                && value.textValue().indexOf('\0') < 0;
    }

    private static boolean isDay(String text) {
        try {
            return text.length() == 10 && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isChoices(FieldDefinition field, JsonNode value) {
        var seen = new HashSet<String>();
        if (!value.isArray() || value.isEmpty()) {
            return false;
        }
        for (var one : value) {
            if (!one.isTextual() || !field.choices().contains(one.textValue()) || !seen.add(one.textValue())) {
                return false;
            }
        }
        return true;
    }
}
