package io.carryon.gateway.email;

import io.carryon.gateway.email.account.ImapAccount;
import io.carryon.gateway.email.account.ImapConfig;
import io.carryon.gateway.email.account.MailboxesConfig;
import io.carryon.gateway.email.account.SmtpAccount;
import io.carryon.gateway.email.account.SmtpConfig;
import io.carryon.gateway.reply.OwnAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All our mailboxes: the main one and those that are configured by a name. */
@ApplicationScoped
public class Mailboxes implements OwnAddresses {

    private static final int CONNECTION_LIMIT = 64;

    private final SupportAddress main;
    private final Map<String, SupportAddress> addresses = new LinkedHashMap<>();
    private final Map<String, ImapAccount> read = new LinkedHashMap<>();
    private final SmtpAccount mainWayOut;
    private final Map<String, SmtpAccount> ownWaysOut = new LinkedHashMap<>();
    private final Set<String> ours;
    private final Map<String, SupportAddress> reached = new HashMap<>();

    /** Throws {@link IllegalStateException} naming the property when mailboxes get in each other's way. */
    public Mailboxes(MailConfig mail, ImapConfig imap, SmtpConfig smtp, MailboxesConfig others) {
        new MailboxCheck(imap, smtp).check(others.all());
        new MailboxVariables().check(System.getenv().keySet(), others.all().keySet());
        this.main = new SupportAddress(
                mainConnection(mail.address()), mail.address(), mail.name(), mail.replyTo(), mail.replyAddressToken());
        this.mainWayOut = smtp;
        add(main, imap);
        others.all().forEach((name, entry) -> {
            add(addressOf(name, entry, mail), entry.imap());
            if (entry.smtp().host().isPresent()) {
                ownWaysOut.put(name, entry.smtp());
            }
        });
        this.ours = Stream.concat(
                        addresses.values().stream().flatMap(Mailboxes::namesOf),
                        mail.ownAddresses().orElse(Set.of()).stream())
                .map(Mailboxes::folded)
                .collect(Collectors.toUnmodifiableSet());
        // Where two share a name, it is the address of one before the other's reply-to, and the main one's before
        // others'.
        addresses.values().forEach(address -> name(address.address(), address));
        addresses.values().forEach(address -> address.replyTo().ifPresent(replyTo -> name(replyTo, address)));
    }

    private void name(String name, SupportAddress address) {
        reached.putIfAbsent(withoutDetail(name), address);
    }

    private static String mainConnection(String address) {
        return address.length() <= CONNECTION_LIMIT ? address : address.substring(0, CONNECTION_LIMIT);
    }

    private static SupportAddress addressOf(String name, MailboxesConfig.Entry entry, MailConfig mail) {
        var hasOwn = entry.address().isPresent();
        return new SupportAddress(
                name,
                entry.address().orElse(mail.address()),
                entry.name().orElse(mail.name()),
                hasOwn ? entry.replyTo() : entry.replyTo().or(mail::replyTo),
                mail.replyAddressToken());
    }

    private void add(SupportAddress address, ImapAccount imap) {
        addresses.put(address.connection(), address);
        if (imap.host().isPresent()) {
            read.put(address.connection(), imap);
        }
    }

    /** The support address. */
    public SupportAddress main() {
        return main;
    }

    /** Whom contacts of this connection wrote to; the main one where it has no mailbox any more. */
    public SupportAddress of(String connection) {
        return connection == null ? main : addresses.getOrDefault(connection, main);
    }

    public Collection<SupportAddress> all() {
        return addresses.values();
    }

    /** The mailboxes to read, by connection. */
    public Map<String, ImapAccount> read() {
        return read;
    }

    /** The server that takes a connection's replies out. */
    public SmtpAccount wayOut(String connection) {
        return connection == null ? mainWayOut : ownWaysOut.getOrDefault(connection, mainWayOut);
    }

    /** Whether all mails go out by one server. */
    public boolean hasOneWayOut() {
        return ownWaysOut.isEmpty();
    }

    /**
     * Whom a mail to these recipients was written to, by address or reply-to, whatever {@code +detail} they have; the main one
     * where no other is.
     */
    public SupportAddress reachedBy(List<String> recipients) {
        return recipients.stream()
                .map(Mailboxes::withoutDetail)
                .map(reached::get)
                .filter(address -> address != null && !address.equals(main))
                .findFirst()
                .orElse(main);
    }

    @Override
    public boolean isOurs(String address) {
        return ours.contains(folded(address)) || ours.contains(withoutDetail(address));
    }

    private static Stream<String> namesOf(SupportAddress address) {
        return Stream.concat(Stream.of(address.address()), address.replyTo().stream());
    }

    private static String withoutDetail(String address) {
        var folded = folded(address);
        var at = folded.lastIndexOf('@');
        var plus = folded.indexOf('+');
        return plus > 0 && plus < at ? folded.substring(0, plus) + folded.substring(at) : folded;
    }

    private static String folded(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
