package io.carryon.profile.matching;

import io.carryon.profile.identity.Handle;
import io.carryon.profile.identity.HandleKind;
import io.carryon.profile.identity.PhoneNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whether two who used one handle are two people, by the names they gave. */
@ApplicationScoped
public class HandleUse {

    private final IdentityMatcher matcher = new IdentityMatcher();
    private final PhoneNumbers phones;

    public HandleUse(PhoneNumbers phones) {
        this.phones = phones;
    }

    /** Whether people can share handles of this kind: a number or an address, not a sign-in or a session. */
    public boolean canBeShared(Handle handle) {
        return handle.isNormal() && (handle.kind() == HandleKind.TEL || handle.kind() == HandleKind.MAILTO);
    }

    /**
     * Whether the names contradict and the handle is one that several use. A mailbox of one person stays theirs, whatever
     * they call themselves.
     */
    public boolean isOfTwo(Handle handle, String oneName, String otherName) {
        return NameAgreement.of(PersonName.of(oneName), PersonName.of(otherName))
                        .contradicts()
                && matcher.decide(person(handle, oneName), person(handle, otherName))
                                .verdict()
                        == Verdict.SEPARATE;
    }

    /** One key for a name whatever the order of its parts and its diacritics; nobody's name has one too. */
    public static String key(String name) {
        var parts = PersonName.of(name).parts().stream()
                .map(Letters::withoutUmlauts)
                .sorted()
                .collect(Collectors.joining(" "));
        return UUID.nameUUIDFromBytes(parts.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Person person(Handle handle, String name) {
        var person = Person.named(name, null);
        return handle.kind() == HandleKind.TEL
                ? person.withPhones(Set.of(new PhoneHandle(handle.value(), null, phones.isPersonal(handle.value()))))
                : person.withMails(Set.of(handle.value()));
    }
}
