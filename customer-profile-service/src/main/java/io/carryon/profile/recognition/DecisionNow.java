package io.carryon.profile.recognition;

import io.carryon.profile.history.ContactLink;
import io.carryon.profile.history.ContactRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was decided about a contact, with what customer or staff have said about it since. */
final class DecisionNow {

    private DecisionNow() {}

    /** As it is published of the contact's further messages. */
    static Map<String, Object> of(ContactRecord record) {
        var decided = record.decided();
        if ((record.link() == null && record.issueId().equals(record.contact().issueId()))
                || !(decided.get("issue") instanceof Map<?, ?> recognized)) {
            return decided;
        }
        var issue = new LinkedHashMap<String, Object>();
        recognized.forEach((field, value) -> issue.put((String) field, value));
        issue.put("id", record.issueId().toString());
        var now = new LinkedHashMap<>(decided);
        now.put("issue", issue);
        if (record.link() != null && record.link().customerSays() != null) {
            issue.put("customerSays", record.link().customerSays());
        }
        if (record.link() != null
                && (record.link().isAnswered() || record.link().isByRecognition())) {
            answered(issue, record.link());
            now.remove("question");
        }
        return now;
    }

    private static void answered(Map<String, Object> issue, ContactLink link) {
        var isLinked = link.isConfirmed() || link.isByRecognition();
        issue.put("decision", (isLinked ? RecognizedIssue.Decision.LINK : RecognizedIssue.Decision.NEW).name());
        issue.put("candidates", List.of());
        var evidence = new ArrayList<Object>();
        evidence.add(said(link));
        if (issue.get("evidence") instanceof List<?> before) {
            evidence.addAll(before);
        }
        issue.put("evidence", evidence);
    }

    private static Map<String, String> said(ContactLink link) {
        if (link.isByRecognition()) {
            return Map.of("kind", "further-words", "detail", "what was said after the beginning is about this issue");
        }
        return Map.of(
                "kind",
                link.isConfirmed() ? "confirmed" : "rejected",
                "detail",
                (link.isByStaff() ? "staff" : "the customer")
                        + (link.isConfirmed()
                                ? " said that it is about this issue"
                                : " said that it is about something else"));
    }
}
