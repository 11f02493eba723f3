package io.carryon.profile.matching;

import io.carryon.profile.identity.HandleKind;
import io.carryon.profile.identity.PhoneNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** People as their name and the ids of their handles tell of them, and where others like them can be found. */
@ApplicationScoped
public class PersonReading {

    private final PhoneNumbers phones;

    public PersonReading(PhoneNumbers phones) {
        this.phones = phones;
    }

    /** @param handles ids such as {@code tel:+4930123456}; those without a normal form say nothing */
    public Person person(String name, Collection<String> handles) {
        var numbers = new HashSet<PhoneHandle>();
        values(handles, HandleKind.TEL)
                .forEach(number -> numbers.add(new PhoneHandle(number, null, phones.isPersonal(number))));
        return Person.named(name, null)
                .withPhones(numbers)
                .withMails(set(values(handles, HandleKind.MAILTO)))
                .withAccounts(set(values(handles, HandleKind.ACCOUNT)));
    }

    /**
     * Keys that two people have in common where evidence may be found that they are one: the whole name, the one form of
     * a mailbox, an account number.
     */
    public Set<String> keys(Person person) {
        var name = PersonName.of(person.name());
        var isWhole = name.parts().size() > 1 && name.parts().stream().allMatch(part -> part.length() > 1);
        var keys = new HashSet<String>();
        if (isWhole && !name.household()) {
            keys.add("name-" + HandleUse.key(person.name()));
        }
        person.mails().stream()
                .map(Mailbox::of)
                .filter(mailbox -> mailbox.isPersonal() && !mailbox.isNobodys())
                .forEach(mailbox -> keys.add("mail-" + mailbox.canonical()));
        person.accounts()
                .forEach(account ->
                        keys.add("account-" + AccountNumber.of(account).number()));
        return keys;
    }

    private static Stream<String> values(Collection<String> handles, HandleKind kind) {
        return handles.stream()
                .map(id -> Optional.of(id).filter(it -> it.startsWith(kind.prefix() + ":")))
                .flatMap(Optional::stream)
                .map(id -> id.substring(kind.prefix().length() + 1));
    }

    private static Set<String> set(Stream<String> values) {
        return Set.copyOf(values.toList());
    }
}
