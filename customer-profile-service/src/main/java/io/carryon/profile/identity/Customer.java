package io.carryon.profile.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One person or account behind many handles, with what came last.
 *
 * <p>Bounds: {@value #MOST_HANDLES} handles, {@value #MOST_CONTACTS} recent contacts, {@value #MOST_ISSUES} recent
 * issues, {@value #MOST_ACROSS} contacts about issues of others in the group; everything older is on the timeline and in
 * the contact records.
 *
 * @param since when the first contact was received; null while only a ticket is known of them
 * @param months contacts on the timeline by month, such as {@code 2026-11}
 * @param told replies and ticket changes on the timeline by month
 * @param group whom they are merged with, or null; of customers as they are read it is applied already
 * @param relinked issues of contacts that were moved to them, by contact; applied to the recent contacts
 * @param across contacts that are linked to issues of others in the group
 * @param tier what they are worth to us, or null when nobody said
 * @param preferences how they want to be served, or null when they never said
 * @param rejectedLinks pairs of issues that were said not to be the same, and when, in milliseconds since 1970
 * @param language of their last contact whose language is known, BCP 47; or null
 * @param erasedAt when they were erased, or null
 */
public record Customer(
        UUID id,
        String name,
        Instant since,
        long contactCount,
        Map<String, KnownHandle> handles,
        List<PastContact> recentContacts,
        Map<String, PastIssue> issues,
        Map<String, Integer> months,
        Map<String, Integer> told,
        Group group,
        Map<String, UUID> relinked,
        int across,
        Tier tier,
        Preferences preferences,
        Map<String, Long> rejectedLinks,
        String language,
        Instant erasedAt) {

    static final int MOST_HANDLES = 50;
    static final int MOST_CONTACTS = 30;
    static final int MOST_ISSUES = 20;
    static final int MOST_REJECTED_LINKS = 200;

    /** Contacts of one member that may be linked to issues of others in the group. */
    public static final int MOST_ACROSS = 250;

    /**
     * Contacts a month's timeline takes, and as many replies and ticket changes; of a machine that makes more, the rest
     * is in the contact records and in the tickets' own logs only.
     */
    public static final int MOST_A_MONTH = 1000;

    public Customer {
        handles = handles == null ? Map.of() : handles;
        recentContacts = recentContacts == null ? List.of() : recentContacts;
        issues = issues == null ? Map.of() : issues;
        months = months == null ? Map.of() : months;
        told = told == null ? Map.of() : told;
        rejectedLinks = rejectedLinks == null ? Map.of() : rejectedLinks;
        var moved = relinked == null ? Map.<String, UUID>of() : relinked;
        relinked = moved;
        recentContacts = moved.isEmpty()
                ? recentContacts
                : recentContacts.stream()
                        .map(contact -> contact.withIssue(
                                moved.getOrDefault(contact.contactId().toString(), contact.issueId())))
                        .toList();
    }

    /** One who was never merged. */
    public Customer(
            UUID id,
            String name,
            Instant since,
            long contactCount,
            Map<String, KnownHandle> handles,
            List<PastContact> recentContacts,
            Map<String, PastIssue> issues,
            Map<String, Integer> months,
            Map<String, Integer> told) {
        this(
                id,
                name,
                since,
                contactCount,
                handles,
                recentContacts,
                issues,
                months,
                told,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null);
    }

    /** The id of who is met by a contact: derived, so that the same contact always meets the same. */
    public static UUID idOf(UUID contact) {
        return UUID.nameUUIDFromBytes(("customer:" + contact).getBytes(StandardCharsets.UTF_8));
    }

    /** All who are shown as this customer, who is the first of them. */
    public List<UUID> members() {
        return group == null ? List.of(id) : group.members();
    }

    /** Whether they were erased: only counts, times and ids are left, and no text comes to them any more. */
    public boolean isErased() {
        return erasedAt != null;
    }

    /** The name of two issues together, whichever comes first. */
    public static String pair(UUID one, UUID other) {
        return one.compareTo(other) < 0 ? one + "_" + other : other + "_" + one;
    }

    /** Whether it was said that a contact about the one issue is not about the other; then it is not offered again. */
    public boolean hasRejected(UUID one, UUID other) {
        return rejectedLinks.containsKey(pair(one, other));
    }

    /** Whether a contact may still be linked to an issue of another member: each such link is undone with the merge. */
    public boolean hasRoomAcross() {
        return across < MOST_ACROSS;
    }

    /** False while only a ticket is known of them: one that staff opened for someone who never contacted us. */
    boolean isMet() {
        return since != null;
    }

    /** The month, in UTC, whose timeline an instant belongs to. */
    public static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    /** Whether the contact has been counted already, as far as the recent ones tell. */
    public boolean remembers(UUID contact) {
        return recentContacts.stream().anyMatch(past -> past.contactId().equals(contact));
    }

    /** Whether the issue stands among the recent ones. */
    public boolean isRecent(UUID issue) {
        return issues.containsKey(issue.toString());
    }

    /** Whether this revision of the ticket, or a later one, stands on a recent issue: then it has been counted. */
    public boolean knows(TicketState ticket) {
        return issues.values().stream()
                .map(PastIssue::ticket)
                .anyMatch(known -> known != null
                        && known.ticketId().equals(ticket.ticketId())
                        && known.revision() >= ticket.revision());
    }

    /** Verified ones first. */
    public List<KnownHandle> knownHandles() {
        return handles.values().stream()
                .sorted(Comparator.comparingInt(KnownHandle::rank).reversed().thenComparing(KnownHandle::since))
                .toList();
    }

    public Optional<KnownHandle> handle(Handle handle) {
        return Optional.ofNullable(handles.get(key(handle.id())));
    }

    /** Newest first, each once, with the ticket's number as far as it is known by now. */
    public List<PastContact> latestContacts() {
        var once = new LinkedHashMap<UUID, PastContact>();
        recentContacts.stream()
                .sorted(Comparator.comparing(PastContact::at).reversed())
                .forEach(contact -> once.putIfAbsent(contact.contactId(), contact.withTicket(ticketOf(contact))));
        return List.copyOf(once.values());
    }

    /** Newest first. */
    public List<PastIssue> latestIssues() {
        return sortedIssues().toList();
    }

    /** Issues whose ticket is open, newest first, at most {@value OpenIssue#MOST}. */
    public List<OpenIssue> openIssues() {
        return sortedIssues()
                .filter(PastIssue::isOpen)
                .limit(OpenIssue.MOST)
                .map(OpenIssue::of)
                .toList();
    }

    /** Months that have a timeline. */
    public NavigableSet<YearMonth> timelineMonths() {
        var known = new TreeSet<YearMonth>();
        months.keySet().forEach(month -> known.add(YearMonth.parse(month)));
        return known;
    }

    /** Entries of a month's timeline, as far as they were counted. */
    public int entries(YearMonth month) {
        return months.getOrDefault(month.toString(), 0) + told.getOrDefault(month.toString(), 0);
    }

    /** Whether the month's timeline takes another contact. */
    public boolean hasRoomForContact(YearMonth month) {
        return months.getOrDefault(month.toString(), 0) < MOST_A_MONTH;
    }

    /** Whether the month's timeline takes another reply or ticket change. */
    public boolean hasRoomToTell(YearMonth month) {
        return told.getOrDefault(month.toString(), 0) < MOST_A_MONTH;
    }

    /** A field name for any text: a handle's own may hold dots. */
    static String key(String handleId) {
        return UUID.nameUUIDFromBytes(handleId.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String ticketOf(PastContact contact) {
        var issue = issues.get(String.valueOf(contact.issueId()));
        return issue == null || issue.ticket() == null
                ? contact.ticketNumber()
                : issue.ticket().number();
    }

    private Stream<PastIssue> sortedIssues() {
        return issues.values().stream()
                .sorted(Comparator.comparing(PastIssue::latest).reversed());
    }
}
