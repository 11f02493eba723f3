package io.carryon.gateway.portal;

import io.carryon.gateway.door.HumanConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** What stands in mails that bring links. Nothing in them is a stranger's words: whoever asks may not be the reader. */
@ApplicationScoped
class LinkLetters {

    private final HelpWords words;
    private final HelpConfig config;
    private final HumanConfig human;

    LinkLetters(HelpWords words, HelpConfig config, HumanConfig human) {
        this.words = words;
        this.config = config;
        this.human = human;
    }

    LinkMail.Letter of(LinkMail mail, String link) {
        var said = words.ofLetters(mail.language());
        var body = switch (mail.kind()) {
            case REQUEST -> said.request(mail.reference());
            case SIGN_IN -> said.sign_in(String.valueOf(config.oneTimeLink().toMinutes()));
            case CONFIRM -> said.confirm();
        };
        var subject = switch (mail.kind()) {
            case REQUEST -> said.request_subject(mail.reference());
            case SIGN_IN -> said.sign_in_subject(config.title());
            case CONFIRM -> said.confirm_subject();
        };
        var person =
                human.phone().map(said::human).orElse(words.in(mail.language()).human_sentence());
        return new LinkMail.Letter(
                subject, String.join("\n\n", body, link, said.not_you(), person, config.title()) + "\n");
    }
}
