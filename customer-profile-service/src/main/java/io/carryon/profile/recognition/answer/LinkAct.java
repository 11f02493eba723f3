package io.carryon.profile.recognition.answer;

import io.carryon.profile.acts.Act;
import io.carryon.profile.acts.ActKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Answers about contacts' issues that come by REST, carried out once each. */
@ApplicationScoped
public class LinkAct implements ActKind {

    static final String NAME = "link";

    /** Kind of the actor who answers for themselves, through a portal of our own. */
    static final String CUSTOMER = "customer";

    private static final String VERDICT = "verdict";
    private static final String ISSUE = "issueId";

    private final AnswerLink answerLink;
    private final LinkCheck check;

    public LinkAct(AnswerLink answerLink, LinkCheck check) {
        this.answerLink = answerLink;
        this.check = check;
    }

    static Map<String, Object> request(LinkAnswer.Verdict verdict, UUID issue) {
        var request = new HashMap<String, Object>();
        request.put(VERDICT, verdict.name());
        if (issue != null) {
            request.put(ISSUE, issue.toString());
        }
        return request;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void check(Act act) {
        check.decide(answer(act), check.record(act.subject()));
    }

    @Override
    public Record carryOut(Act act) {
        return answerLink.carryOut(answer(act));
    }

    private static LinkAnswer answer(Act act) {
        var issue = act.text(ISSUE);
        return new LinkAnswer(
                act.id(),
                act.subject(),
                LinkAnswer.Verdict.valueOf(act.text(VERDICT)),
                issue == null ? null : UUID.fromString(issue),
                !CUSTOMER.equals(act.by().kind()),
                act.by().name(),
                act.at());
    }
}
