package io.carryon.ticketing.calendar;

/** Hours that no calendar can have; the pointer names the field. */
public class WrongHoursException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    WrongHoursException(String pointer, String message) {
        super(message);
        this.pointer = pointer;
    }

    /** A JSON pointer into the calendar. */
    public String pointer() {
        return pointer;
    }
}
