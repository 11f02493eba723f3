package io.carryon.gateway.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of mails with links; each in every language: in {@code messages/letter_*.properties}, English here. */
@MessageBundle("letter")
public interface LetterMessages {

    @Message("Your request {reference}")
    String request_subject(String reference);

    @Message("We have a request in your name. Its reference is {reference}. Follow and answer it here:")
    String request(String reference);

    @Message("Sign in: {title}")
    String sign_in_subject(String title);

    @Message("Follow this link to sign in. It is good once, for {minutes} minutes, best in the browser you asked from:")
    String sign_in(String minutes);

    @Message("Please confirm your request")
    String confirm_subject();

    @Message("A request was written in your name. Follow this link to send it to us:")
    String confirm();

    @Message("If this was not you, you need do nothing.")
    String not_you();

    @Message("You reach a person at {phone}.")
    String human(String phone);
}
