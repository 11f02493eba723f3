package io.carryon.profile.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a contact says in the customer's own words: subject and text, or what they told a telephone menu. */
final class ContactWords {

    private static final Pattern ANSWER_OR_FORWARD =
            Pattern.compile("(?i)^\\s*(?:re|aw|sv|fwd?|wg|tr|rif|odp|ats)\\s*(?:\\[\\d+])?:.*");
    private static final Pattern SEVERAL_WORDS = Pattern.compile("\\S+\\s+\\S+.*");
    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])|[_-]");
    private static final Pattern ANY_LETTERS = Pattern.compile(".*\\p{L}{2}.*");

    private ContactWords() {}

    static String of(ContactReceived contact) {
        var phone = contact.phone();
        if (phone != null && phone.trigger() != null && !phone.transcript()) {
            return told(phone);
        }
        var text = contact.visibleText() == null ? contact.text() : contact.visibleText();
        var said = text == null ? "" : text;
        var subject = contact.subject();
        return subject == null || !saysMore(subject, said) ? said : subject.strip() + "\n" + said;
    }

    /** Whether a subject is an answer's, or a forwarded message's. */
    static boolean isAnswer(String subject) {
        return subject != null && ANSWER_OR_FORWARD.matcher(subject).matches();
    }

    /** A single word says no more than the text, and the subject of an answer was written for what it answers. */
    private static boolean saysMore(String subject, String text) {
        return !isAnswer(subject)
                && (text.isBlank() || SEVERAL_WORDS.matcher(subject.strip()).matches())
                && !text.strip().startsWith(subject.strip());
    }

    /** Numbers by their names, as in "order number 4711"; sentences as they are. Menu steps are the menu's words. */
    private static String told(ContactReceived.Phone phone) {
        var lines = new ArrayList<String>();
        phone.collected().forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                lines.add(
                        ANY_LETTERS.matcher(value).matches()
                                ? value
                                : String.join(" ", List.of(INNER_CAPITAL.split(name))) + " " + value);
            }
        });
        return String.join("\n", lines);
    }
}
