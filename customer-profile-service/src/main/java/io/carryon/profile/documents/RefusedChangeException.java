package io.carryon.profile.documents;

import java.util.Set;

/** The server refused one change of several, the others stand; the code says whether the change itself is at fault. */
public final class RefusedChangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * BadValue, FailedToParse, TypeMismatch, PathNotViable, ConflictingUpdateOperators, DollarPrefixedFieldName,
     * EmptyFieldName, DottedFieldName, DocumentValidationFailure, BSONObjectTooLarge and the two codes of a document
     * that would grow too large (MongoDB's error_codes.yml).
     */
    private static final Set<Integer> OWN_FAULT = Set.of(2, 9, 14, 28, 40, 52, 56, 57, 121, 10334, 17419, 17420);

    private final int code;

    RefusedChangeException(int code, Throwable cause) {
        // The server's own words quote ids, which hold addresses.
        super("the database refused a change with code " + code, cause);
        this.code = code;
    }

    boolean isTheChangesFault() {
        return OWN_FAULT.contains(code);
    }
}
