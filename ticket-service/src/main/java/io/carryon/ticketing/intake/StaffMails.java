package io.carryon.ticketing.intake;

import io.carryon.ticketing.conversation.Replying;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.linking.IssueRoutes;
import io.carryon.ticketing.participants.MailAddress;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.staff.AgentAddresses;
import io.carryon.ticketing.staff.AgentAddresses.Acting;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.AttachedFile;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.IllegalMoveException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What agents write by mail in a ticket's thread: a reply to the customer, or a note when it begins with {@code #note}.
 * A mail that names no thread is their own, however alike its words are.
 * Only a sender whom a trusted server vouches for acts as staff; everybody else is whoever they say, and sees nothing.
 */
@ApplicationScoped
class StaffMails {

    /** However it is written, and whatever a mail program puts before it that nobody sees. */
    private static final Pattern NOTE = Pattern.compile("[\\p{Z}\\p{C}]*(#note|$)", Pattern.CASE_INSENSITIVE);

    private final AgentAddresses addresses;
    private final Replying replying;
    private final ContactEntries entries;
    private final IssueRoutes routes;

    StaffMails(AgentAddresses addresses, Replying replying, ContactEntries entries, IssueRoutes routes) {
        this.addresses = addresses;
        this.replying = replying;
        this.entries = entries;
        this.routes = routes;
    }

    /** A mail by which an agent acts. */
    record StaffMail(RecognizedContact event, Acting acting) {}

    /** Those of some contacts that are such mails; asks nothing where no mail's sender is proven. */
    List<StaffMail> among(List<Arrived<RecognizedContact>> contacts) {
        var named = new HashMap<UUID, UUID>();
        contacts.stream()
                .map(arrived -> arrived.data().issue())
                .filter(issue -> issue.relatedIssueId() != null)
                .forEach(issue -> named.put(issue.id(), issue.relatedIssueId()));
        var acting = addresses.acting(contacts.stream()
                .flatMap(arrived -> sent(arrived.data(), named).stream())
                .toList());
        return contacts.stream()
                .map(Arrived::data)
                .flatMap(event -> acting.stream()
                        .filter(each -> each.contactId().equals(event.contact().contactId()))
                        .map(each -> new StaffMail(event, each)))
                .toList();
    }

    /** In the caller's transaction; what cannot go out is kept as a note that says why. */
    void act(StaffMail mail) {
        var contact = mail.event().contact();
        var acting = mail.acting();
        var agent = Actor.staff(acting.agentId(), acting.name());
        var text = Optional.ofNullable(contact.visibleText())
                .orElse(contact.text())
                .strip();
        var mark = NOTE.matcher(text);
        if (mark.lookingAt()) {
            var note = text.substring(mark.end()).strip();
            replying.note(
                    acting.ticketId(),
                    note.isEmpty() ? "(A mail without text)" : note,
                    null,
                    agent,
                    entries.enclosed(contact));
        } else {
            reply(acting, text, contact, agent);
        }
        routes.leadIfFree(mail.event().issue().id(), acting.issueId());
    }

    private void reply(Acting acting, String text, RecognizedContact.Contact contact, Actor agent) {
        try {
            replying.reply(
                    acting.ticketId(), new Replying.Answer(null, null, text, null, files(contact), null, false), agent);
        } catch (ProblemException | IllegalMoveException e) {
            replying.note(
                    acting.ticketId(),
                    "This reply came by mail and was not sent: %s\n\n%s".formatted(e.getMessage(), text),
                    null,
                    agent,
                    entries.enclosed(contact));
        }
    }

    /** Without what only the mail's HTML shows, as a signature's logo: the customer gets the text. */
    private static List<AttachedFile> files(RecognizedContact.Contact contact) {
        return Optional.ofNullable(contact.attachments()).orElse(List.of()).stream()
                .filter(file -> !"inline".equals(file.disposition()))
                .map(file -> new AttachedFile(
                        file.sha256(), file.name() == null ? "file" : file.name(), file.mediaType(), file.size()))
                .toList();
    }

    /** {@code named} are the issues of others that mails of the same issue name. */
    private static Optional<AgentAddresses.Sent> sent(RecognizedContact event, Map<UUID, UUID> named) {
        var contact = event.contact();
        var isMail = contact.channel() == Channel.EMAIL
                && contact.forwardedBy() == null
                && contact.sequence() == 0
                && event.issue().named();
        return Stream.ofNullable(contact.sender().handles())
                .filter(handles -> isMail)
                .flatMap(List::stream)
                .limit(1)
                .filter(handle -> "verified".equals(handle.verification()))
                .flatMap(handle -> MailAddress.of(handle.value()).stream())
                .map(address -> new AgentAddresses.Sent(
                        contact.contactId(),
                        event.customer().owner(),
                        named.getOrDefault(event.issue().id(), event.issue().id()),
                        address))
                .findFirst();
    }
}
