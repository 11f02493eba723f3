package io.carryon.profile.recognition.reading;

/**
 * A number in a text and what it is called there.
 *
 * @param name what it is called, or null when the text does not say
 * @param value digits and lower-case letters only, at most 40 of them
 * @param spoken whether it was dictated, so that a digit may be missing or doubled
 */
public record NamedNumber(NumberName name, String value, boolean spoken) {

    static final int LONGEST = 40;
    private static final int LONG_ENOUGH_TO_FORGIVE = 6;

    /** Whether it belongs to one issue; a number with letters and no name most likely does. */
    public boolean isTransactional() {
        return name == null ? leadingLetters() > 0 : name.isTransactional();
    }

    /** Whether it belongs to the customer whatever they ask. */
    public boolean isDurable() {
        return name != null && !name.isTransactional();
    }

    /** Whether both name the same thing: a short number is often an order's and somebody's invoice's, too. */
    public boolean namesTheSameAs(NamedNumber other) {
        return isSameAs(other)
                && (name == other.name
                        || isUnspecific()
                        || other.isUnspecific()
                        || Math.min(value.length(), other.value.length()) >= LONG_ENOUGH_TO_FORGIVE);
    }

    /** Whether it is the phone's number, with or without the country in front. */
    public boolean isPhone(String e164) {
        var zeros = 0;
        while (zeros < value.length() && value.charAt(zeros) == '0') {
            zeros++;
        }
        return value.length() - zeros >= LONG_ENOUGH_TO_FORGIVE && e164.endsWith(value.substring(zeros));
    }

    private boolean isUnspecific() {
        return name == null || name == NumberName.REFERENCE || name == NumberName.CASE;
    }

    /** Whether both are one number: written the same, or dictated with one digit lost or doubled. */
    public boolean isSameAs(NamedNumber other) {
        if (value.equals(other.value)) {
            return true;
        }
        var mine = digits();
        var theirs = other.digits();
        var lettersAgree = mine.length() == value.length()
                || theirs.length() == other.value.length()
                || letters().equals(other.letters());
        if (!lettersAgree || Math.min(mine.length(), theirs.length()) < LONG_ENOUGH_TO_FORGIVE) {
            return false;
        }
        return mine.equals(theirs)
                || ((spoken || other.spoken) && mine.length() != theirs.length() && Spelling.isWithinOne(mine, theirs));
    }

    private String letters() {
        return value.substring(0, leadingLetters());
    }

    private String digits() {
        return value.substring(leadingLetters());
    }

    /** How many letters stand in front of the first digit, with nothing else between. */
    private int leadingLetters() {
        var letters = 0;
        while (letters < value.length() && value.charAt(letters) >= 'a' && value.charAt(letters) <= 'z') {
            letters++;
        }
        var digits = letters < value.length() && value.charAt(letters) >= '0' && value.charAt(letters) <= '9';
        return digits ? letters : 0;
    }
}
