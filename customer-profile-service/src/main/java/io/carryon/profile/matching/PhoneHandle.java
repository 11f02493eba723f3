package io.carryon.profile.matching;

import io.carryon.profile.identity.PhoneNumbers;
import java.util.Optional;

/**
 * A phone number to compare by.
 *
 * @param extension behind a switchboard, or null
 * @param personal whether it is a mobile number, which one person carries
 */
public record PhoneHandle(String e164, String extension, boolean personal) {

    /** Empty when the number is withheld or none. */
    public static Optional<PhoneHandle> of(String spelling, String region, PhoneNumbers phones) {
        if (spelling == null || phones.isWithheld(spelling)) {
            return Optional.empty();
        }
        return phones.e164(spelling, region)
                .map(number ->
                        new PhoneHandle(number, phones.extension(spelling).orElse(null), phones.isPersonal(number)));
    }
}
