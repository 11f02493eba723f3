package io.carryon.profile.recognition.answer;

import io.carryon.profile.history.ContactLink;
import io.carryon.profile.history.ContactLink.State;
import io.carryon.profile.problem.ProblemException;
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
        };
    }

    private ContactLink same(LinkAnswer answer) {
        if (!answer.isByStaff() && recognized.isAskedInGeneral() && recognized.state() == State.ASKED) {
            throw unclear("The customer was not told which issue was meant; staff have to say which it is.");
        }
        var target = named(answer)
                .or(this::movedTo)
                .or(recognized::asked)
                .orElseThrow(() -> unclear(
                        "Nothing was linked or asked about this contact; name the issue it is about in issueId."));
        var rejected = new LinkedHashSet<>(rejected());
        rejected.remove(target);
        return link(answer, answer.isByStaff() ? State.AGENT_CONFIRMED : State.CUSTOMER_CONFIRMED, target, rejected);
    }

    private ContactLink other(LinkAnswer answer) {
        var rejected = new LinkedHashSet<>(rejected());
        if (!answer.isByStaff() && recognized.isAskedInGeneral() && recognized.state() == State.ASKED) {
            rejected.addAll(recognized.candidates());
        } else {
            named(answer).or(this::movedTo).or(recognized::asked).ifPresent(rejected::add);
        }
        if (rejected.contains(recognized.own())) {
            throw unclear("A contact cannot be about something else than the issue it opened itself.");
        }
        if (rejected.size() > MOST_REJECTED) {
            throw unclear("At most " + MOST_REJECTED + " issues are remembered as rejected for one contact.");
        }
        return link(answer, State.REJECTED, rejected.contains(placement) ? recognized.own() : placement, rejected);
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
                answer.isByStaff() ? ContactLink.STAFF : ContactLink.CUSTOMER,
                answer.at().toEpochMilli(),
                answer.actId(),
                state,
                placement,
                target,
                List.copyOf(rejected),
                withdrawn.stream().limit(MOST_REJECTED).toList(),
                answer.isByStaff() ? answer.name() : null);
    }

    private static ProblemException unclear(String detail) {
        return ProblemException.of(422, "link-unclear", "The answer cannot be applied to this contact", detail);
    }
}
