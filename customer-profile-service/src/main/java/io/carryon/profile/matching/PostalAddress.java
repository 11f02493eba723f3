package io.carryon.profile.matching;

/** Where somebody lives, as far as it is known; parts may be null. */
public record PostalAddress(String number, String street, String place, String postcode) {

    public static final PostalAddress UNKNOWN = new PostalAddress(null, null, null, null);
}
