package io.carryon.profile.recognition.answer;

import io.carryon.profile.history.ContactLink;
import io.carryon.profile.history.ContactLink.Said;
import io.carryon.profile.history.ContactLink.State;
import io.carryon.profile.problem.ProblemException;
import io.carryon.profile.recognition.answer.LinkAnswer.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What an answer makes of a contact's link. */
final class LinkRule {

    /** Issues that are remembered as rejected for one contact. */
    static final int MOST_REJECTED = 20;

    private final Recognized recognized;
    private final Optional<ContactLink> standing;
    private final UUID placement;

    /**
     * @param standing the answer that counts so far
     * @param placement the issue the contact is at now
     */
    LinkRule(Recognized recognized, Optional<ContactLink> standing, UUID placement) {
        this.recognized = recognized;
        this.standing = standing;
        this.placement = placement;
    }

    /** @throws ProblemException 422 when the answer does not say which issue is meant, or one that cannot be meant */
    ContactLink after(LinkAnswer answer) {
        return switch (answer.verdict()) {
            case SAME -> same(answer);
            case OTHER -> other(answer);
            case UNDONE -> link(answer, recognized.state(), recognized.issueId(), Set.of());
            case HEARD -> link(answer, State.LINKED, answer.issueId(), Set.of());
        };
    }

    private ContactLink same(LinkAnswer answer) {
        var target = meant(answer);
        var rejected = new LinkedHashSet<>(rejected());
        if (target.isEmpty() && !answer.isByStaff()) {
            // Staff find out which one: a yes that cannot be applied is no less said.
            return link(answer, recognized.state(), placement, rejected);
        }
        var issue = target.orElseThrow(() ->
                unclear("Nothing was linked or asked about this contact; name the issue it is about in issueId."));
        rejected.remove(issue);
        return link(answer, answer.isByStaff() ? State.AGENT_CONFIRMED : State.CUSTOMER_CONFIRMED, issue, rejected);
    }

    private ContactLink other(LinkAnswer answer) {
        var rejected = new LinkedHashSet<>(rejected());
        meant(answer).ifPresent(rejected::add);
        if (rejected.contains(recognized.own())) {
            throw unclear("A contact cannot be about something else than the issue it opened itself.");
        }
        if (rejected.size() > MOST_REJECTED) {
            throw unclear("At most " + MOST_REJECTED + " issues are remembered as rejected for one contact.");
        }
        return link(answer, State.REJECTED, rejected.contains(placement) ? recognized.own() : placement, rejected);
    }

    /** The issue that is said to be the one, or not to be; empty where that stays open. */
    private Optional<UUID> meant(LinkAnswer answer) {
        var named = named(answer);
        return !answer.isByStaff() && recognized.isUntold()
                // What a door names with the answer was not on the customer's screen.
                ? movedTo().or(recognized::only)
                : named.or(this::movedTo).or(recognized::asked);
    }

    /** A customer chooses among what they were asked about; staff know more. */
    private Optional<UUID> named(LinkAnswer answer) {
        var named = Optional.ofNullable(answer.issueId());
        if (!answer.isByStaff()
                && named.isPresent()
                && !recognized.candidates().contains(answer.issueId())
                && !recognized.asked().equals(named)) {
            throw unclear("The issue is none of those that the customer was asked about.");
        }
        return named;
    }

    /** Where an earlier answer put the contact. */
    private Optional<UUID> movedTo() {
        return placement.equals(recognized.own()) ? Optional.empty() : Optional.of(placement);
    }

    private List<UUID> rejected() {
        return standing.map(ContactLink::rejected).orElse(List.of());
    }

    private ContactLink link(LinkAnswer answer, State state, UUID target, Set<UUID> rejected) {
        var withdrawn = new LinkedHashSet<>(rejected());
        standing.map(ContactLink::withdrawn).ifPresent(withdrawn::addAll);
        withdrawn.removeAll(rejected);
        return new ContactLink(
                answer.rank(),
                answer.at().toEpochMilli(),
                answer.actId(),
                state,
                placement,
                target,
                List.copyOf(rejected),
                withdrawn.stream().limit(MOST_REJECTED).toList(),
                answer.isByStaff() ? answer.name() : null,
                customerSays(answer));
    }

    /** The customer's last word: staff's goes beside it, and taking back staff's leaves it. */
    private Said customerSays(LinkAnswer answer) {
        if (answer.isByStaff()) {
            return standing.filter(link -> answer.verdict() != Verdict.UNDONE || link.isByStaff())
                    .map(ContactLink::customerSays)
                    .orElse(null);
        }
        return switch (answer.verdict()) {
            case SAME -> Said.SAME;
            case OTHER -> Said.OTHER;
            case UNDONE, HEARD -> null;
        };
    }

    private static ProblemException unclear(String detail) {
        return ProblemException.of(422, "link-unclear", "The answer cannot be applied to this contact", detail);
    }
}
