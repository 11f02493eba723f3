package io.carryon.profile.recognition;

import io.carryon.profile.identity.Handle;
import io.carryon.profile.identity.HandleNormalization;
import java.util.List;

/**
 * A handle of a contact in its normal form.
 *
 * @param method how the channel verified it, or null when it is only claimed
 */
public record ContactHandle(Handle handle, boolean verified, String method) {

    static List<ContactHandle> of(ContactReceived contact, HandleNormalization normalization) {
        return contact.sender().handles().stream()
                .map(given -> {
                    var spelling = given.raw() == null ? given.value() : given.raw();
                    var handle = normalization.normalize(
                            given.kind(),
                            spelling,
                            given.region(),
                            contact.contactId().toString());
                    if (!handle.isNormal() && given.raw() != null) {
                        // The gateway may have cleaned a spelling that we cannot.
                        handle = normalization.normalize(
                                given.kind(),
                                given.value(),
                                given.region(),
                                contact.contactId().toString());
                    }
                    return new ContactHandle(handle, given.isVerified(), given.isVerified() ? given.method() : null);
                })
                .toList();
    }
}
