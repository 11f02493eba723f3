package io.carryon.gateway.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said instead of a page: what happened, and what to do; each in every language: in {@code messages/error_*.properties}, English here. */
@MessageBundle("error")
public interface ErrorMessages {

    @Message("This page is not here")
    String not_found();

    @Message("It may have moved, or it shows only to whoever is signed in or came by the link in our mail.")
    String not_found_text();

    @Message("This link is not good any more")
    String link();

    @Message(
            "Links end after a while, or once they are used. Sign in by your e-mail address for a new one, or talk to us.")
    String link_text();

    @Message("That did not work")
    String refused();

    @Message(
            "The form came too fast, too late, or from elsewhere. Open the page again and allow cookies, or talk to us.")
    String refused_text();

    @Message("Too much at once")
    String too_many();

    @Message("Please wait a minute and try again, or call us.")
    String too_many_text();

    @Message("This was sent already")
    String twice();

    @Message("We have what you sent first. Open the page again to send something else.")
    String twice_text();

    @Message("We cannot take this right now")
    String away();

    @Message("What you sent before is safe. Try again in a minute, or call us.")
    String away_text();

    @Message("Something went wrong here")
    String failed();

    @Message("The mistake is ours. Try again in a minute, or talk to us.")
    String failed_text();

    @Message("A file was not taken")
    String files();

    @Message("It is too large or of a kind we do not open. Go back and send it without the file, or talk to us.")
    String files_text();

    @Message("That is not possible now")
    String conflict();

    @Message("Things have changed meanwhile. Open the page again, or talk to us.")
    String conflict_text();

    @Message("The sign-in did not work")
    String account();

    @Message("Try again, sign in by your e-mail address, or talk to us.")
    String account_text();
}
