package io.carryon.profile.identity;

import jakarta.enterprise.context.ApplicationScoped;

/** Brings every spelling of a handle to one form, and loses none: what has no normal form is kept as it came. */
@ApplicationScoped
public class HandleNormalization {

    private static final int LONGEST = 320;

    private final PhoneNumbers phones;

    public HandleNormalization(PhoneNumbers phones) {
        this.phones = phones;
    }

    /**
     * The one form of a handle.
     *
     * @param region ISO country in whose national format a phone number may be written, or null
     * @param contact who is asking, to keep anonymous callers apart
     */
    public Handle normalize(HandleKind kind, String value, String region, String contact) {
        return switch (kind) {
            case TEL ->
                phones.isWithheld(value)
                        ? Handle.anonymous(kind, contact)
                        : phones.e164(value, region)
                                .map(number -> Handle.normal(kind, number))
                                .orElseGet(() -> Handle.raw(kind, Texts.bounded(value.strip(), LONGEST)));
            case MAILTO ->
                MailAddresses.normal(value)
                        .map(address -> Handle.normal(kind, address))
                        .orElseGet(() -> value.isBlank()
                                ? Handle.anonymous(kind, contact)
                                : Handle.raw(kind, Texts.bounded(value.strip(), LONGEST)));
            case ACCOUNT, CHAT ->
                value.isBlank()
                        ? Handle.anonymous(kind, contact)
                        : Handle.normal(kind, Texts.bounded(value.strip(), LONGEST));
        };
    }
}
