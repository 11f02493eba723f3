package io.carryon.profile.recognition;

import io.carryon.profile.history.Issue;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.PastIssue;
import io.carryon.profile.identity.TicketState;
import io.carryon.profile.recognition.RecognizedIssue.Candidate;
import io.carryon.profile.recognition.RecognizedIssue.Decision;
import io.carryon.profile.recognition.linking.Linking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which issue a contact is about: an ordered list of evidence, and one rule over all of it.
 *
 * <p>Only an issue of the sender's own is linked. Whoever names another's issue, by a forwarded mail or a number they
 * overheard, gets an issue of their own that says so.
 */
public final class IssueRecognition {

    private static final double LINK_FROM = 0.9;
    private static final double ASK_FROM = 0.5;
    private static final int MOST_CANDIDATES = 3;

    private final List<IssueEvidence> evidence;

    public IssueRecognition(List<IssueEvidence> evidence) {
        this.evidence = List.copyOf(evidence);
    }

    /** A finding about an issue that exists. */
    private record Lead(Issue issue, Finding finding) {}

    public RecognizedIssue recognize(Inquiry inquiry) {
        var closest = new ArrayList<Lead>();
        var decided = decide(inquiry, closest);
        return closest.stream()
                .filter(lead -> !inquiry.isOwn(lead.issue()))
                .findFirst()
                .map(named -> decided.naming(named.issue().id()))
                .orElse(decided);
    }

    /** {@code closest} takes what the contact names up to the first issue that is surely its sender's. */
    private RecognizedIssue decide(Inquiry inquiry, List<Lead> closest) {
        var own = new ArrayList<Lead>();
        var strangers = new ArrayList<Lead>();
        for (var kind : evidence) {
            for (var finding : kind.examine(inquiry)) {
                Optional.ofNullable(inquiry.issues().get(finding.issueId()))
                        .map(issue -> new Lead(issue, finding))
                        .ifPresent(lead -> {
                            if (own.stream().noneMatch(IssueRecognition::isSure)) {
                                closest.add(lead);
                            }
                            (inquiry.isOwn(lead.issue()) ? own : strangers).add(lead);
                        });
            }
            var sure = own.stream().filter(IssueRecognition::isSure).findFirst();
            if (sure.isPresent() && inquiry.linking().isEmpty()) {
                return link(sure.get());
            }
        }
        var history =
                inquiry.linking().filter(linking -> strangers.isEmpty() || linking.decision() != Linking.Decision.NEW);
        if (history.isPresent()) {
            return named(own, history.get()).orElseGet(() -> byHistory(inquiry, history.get()));
        }
        var likely = own.stream()
                .filter(lead -> lead.finding().certainty() >= ASK_FROM)
                .sorted(Comparator.comparingDouble((Lead lead) -> lead.finding().certainty())
                        .reversed())
                .limit(MOST_CANDIDATES)
                .toList();
        return likely.isEmpty() ? fresh(inquiry, strangers) : ask(inquiry, likely);
    }

    private static boolean isSure(Lead lead) {
        return lead.finding().certainty() >= LINK_FROM;
    }

    /** What the contact names itself says more than that its history agrees. */
    private static Optional<RecognizedIssue> named(List<Lead> own, Linking linking) {
        return linking.decision() != Linking.Decision.LINK
                ? Optional.empty()
                : own.stream()
                        .filter(lead -> lead.issue()
                                .id()
                                .equals(linking.candidates().getFirst().issue().id()))
                        .findFirst()
                        .map(IssueRecognition::link);
    }

    /** What the customer's history says, which a reply to one of our messages is weighed with too. */
    private static RecognizedIssue byHistory(Inquiry inquiry, Linking linking) {
        return switch (linking.decision()) {
            case LINK -> {
                var best = linking.candidates().getFirst();
                var count = Optional.ofNullable(
                                inquiry.issues().get(best.issue().id()))
                        .map(Issue::contactCount)
                        .orElse(0);
                yield new RecognizedIssue(
                        best.issue().id(), Decision.LINK, count + 1, evidence(linking), List.of(), null);
            }
            case ASK ->
                new RecognizedIssue(
                        newIssue(inquiry),
                        Decision.ASK,
                        1,
                        evidence(linking),
                        linking.candidates().stream()
                                .map(each -> candidate(inquiry, each))
                                .toList(),
                        null);
            case NEW ->
                new RecognizedIssue(
                        newIssue(inquiry),
                        Decision.NEW,
                        1,
                        evidence(linking),
                        List.of(),
                        inquiry.answeredIssue().orElse(null));
        };
    }

    private static List<Evidence> evidence(Linking linking) {
        var reasons = linking.candidates().stream()
                .findFirst()
                .map(Linking.Scored::reasons)
                .orElse(List.of());
        if (reasons.isEmpty()) {
            return List.of(new Evidence(
                    linking.evidence(),
                    RoomAcross.NO_ROOM.equals(linking.evidence())
                            ? "too many contacts are about issues of others the customer is merged with"
                            : "no earlier issue is close enough"));
        }
        return List.of(new Evidence(linking.evidence(), String.join("; ", reasons)));
    }

    private static Candidate candidate(Inquiry inquiry, Linking.Scored scored) {
        var past = inquiry.customer()
                .map(Customer::issues)
                .map(issues -> issues.get(scored.issue().id().toString()));
        return new Candidate(
                scored.issue().id(),
                past.map(PastIssue::subject).orElse(null),
                past.map(PastIssue::ticket).map(TicketState::number).orElse(null),
                scored.issue().latestContactAt(),
                Math.round(scored.probability() * 1000) / 1000.0,
                scored.reasons());
    }

    private static RecognizedIssue link(Lead lead) {
        return new RecognizedIssue(
                lead.issue().id(),
                Decision.LINK,
                lead.issue().contactCount() + 1,
                List.of(lead.finding().evidence()),
                List.of(),
                null);
    }

    private static RecognizedIssue ask(Inquiry inquiry, List<Lead> likely) {
        return new RecognizedIssue(
                newIssue(inquiry),
                Decision.ASK,
                1,
                likely.stream().map(lead -> lead.finding().evidence()).toList(),
                likely.stream().map(lead -> candidate(lead.issue())).toList(),
                null);
    }

    private static RecognizedIssue fresh(Inquiry inquiry, List<Lead> strangers) {
        if (!strangers.isEmpty()) {
            var stranger = strangers.getFirst();
            var why = new Evidence(
                    "stranger-in-thread",
                    stranger.finding().evidence().detail() + ", but the issue is another customer's");
            return fresh(inquiry, why, stranger.issue().id());
        }
        return inquiry.customer().isEmpty()
                ? fresh(inquiry, new Evidence("first-contact", "the customer's first contact"), null)
                : fresh(inquiry, new Evidence("nothing-matched", "names no earlier issue of the customer"), null);
    }

    private static RecognizedIssue fresh(Inquiry inquiry, Evidence why, UUID related) {
        return new RecognizedIssue(newIssue(inquiry), Decision.NEW, 1, List.of(why), List.of(), related);
    }

    /** Derived from the contact, so that the same contact has the same issue however often it is delivered. */
    private static UUID newIssue(Inquiry inquiry) {
        return Issue.idOf(inquiry.contact().contactId());
    }

    private static Candidate candidate(Issue issue) {
        return new Candidate(
                issue.id(),
                issue.subject(),
                issue.latestTicket().map(TicketState::number).orElse(null),
                issue.latestContacts().stream().map(PastContact::at).findFirst().orElse(issue.openedAt()),
                null,
                List.of());
    }
}
