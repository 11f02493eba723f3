package io.carryon.profile.matching;

import java.time.Instant;
import java.util.Set;

/**
 * What is known of somebody, to be held against what is known of somebody else. Whatever is not known is null, or empty.
 *
 * @param name as it is displayed, in any order of its parts
 * @param phones numbers that can be dialled
 * @param mails addresses in their normal form
 * @param accounts account numbers as they were written
 * @param platformHandles platform and name there, such as {@code telegram:ana}, see {@link PlatformNames}
 * @param birth eight digits, year first; not necessarily a day of the calendar
 * @param seenAt when this was known of them
 */
public record Person(
        String name,
        Set<PhoneHandle> phones,
        Set<String> mails,
        Set<String> accounts,
        Set<String> platformHandles,
        String birth,
        PostalAddress address,
        Heard heard,
        Instant seenAt) {

    /** Somebody of whom nothing but the name is known yet. */
    public static Person named(String name, Instant seenAt) {
        return new Person(
                name, Set.of(), Set.of(), Set.of(), Set.of(), null, PostalAddress.UNKNOWN, Heard.NOTHING, seenAt);
    }

    public Person withPhones(Set<PhoneHandle> known) {
        return new Person(name, known, mails, accounts, platformHandles, birth, address, heard, seenAt);
    }

    public Person withMails(Set<String> known) {
        return new Person(name, phones, known, accounts, platformHandles, birth, address, heard, seenAt);
    }

    public Person withAccounts(Set<String> known) {
        return new Person(name, phones, mails, known, platformHandles, birth, address, heard, seenAt);
    }

    public Person withPlatformHandles(Set<String> known) {
        return new Person(name, phones, mails, accounts, known, birth, address, heard, seenAt);
    }

    public Person withBirth(String known) {
        return new Person(name, phones, mails, accounts, platformHandles, known, address, heard, seenAt);
    }

    public Person withAddress(PostalAddress known) {
        return new Person(name, phones, mails, accounts, platformHandles, birth, known, heard, seenAt);
    }

    public Person withHeard(Heard known) {
        return new Person(name, phones, mails, accounts, platformHandles, birth, address, known, seenAt);
    }
}
