package io.carryon.ticketing.structure;

/** How one ticket is tied to another, each with what it is the other way round. */
public enum LinkKind {
    REPEAT_OF("REPEATED_BY"),
    CHILD_OF("PARENT_OF"),
    CAUSED_BY("CAUSE_OF");

    private final String inverse;

    LinkKind(String inverse) {
        this.inverse = inverse;
    }

    /** The same link read from the other ticket. */
    String inverse() {
        return inverse;
    }
}
