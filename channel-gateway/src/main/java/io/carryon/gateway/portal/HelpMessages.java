package io.carryon.gateway.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The pages' words, each in every language: in {@code messages/help_*.properties}, English here. */
@MessageBundle("help")
public interface HelpMessages {

    @Message("Skip to content")
    String skip();

    @Message("Your account")
    String nav_label();

    @Message("My requests")
    String nav_requests();

    @Message("Sign in")
    String nav_sign_in();

    @Message("Sign out")
    String nav_sign_out();

    @Message("Talk to a person")
    String human_button();

    @Message("A person is always one step away.")
    String human_sentence();

    @Message("Talk to a person")
    String human_title();

    @Message("Language")
    String languages_label();

    @Message("How can we help?")
    String home_title();

    @Message("Choose what suits you. You always see what happens next and by when.")
    String home_lead();

    @Message("Search for an answer")
    String search_label();

    @Message("Search")
    String search_button();

    @Message("New request")
    String tile_new();

    @Message("Write to us. A person reads it.")
    String tile_new_text();

    @Message("My requests")
    String tile_requests();

    @Message("See where things stand, add or answer.")
    String tile_requests_text();

    @Message("Have us call you")
    String tile_callback();

    @Message("Choose a time that suits you.")
    String tile_callback_text();

    @Message("Chat")
    String tile_chat();

    @Message("Write with us now.")
    String tile_chat_text();

    @Message("A person")
    String tile_human();

    @Message("All ways to reach us.")
    String tile_human_text();

    @Message("Where does it stand?")
    String status_title();

    @Message("Look up")
    String status_button();

    @Message("There is no request with this reference. Check the letters and digits, or talk to us.")
    String status_unknown();

    @Message("What was said shows only to you.")
    String status_more();

    @Message("Open the request")
    String status_open();

    @Message("Reference")
    String reference_label();

    @Message("Sixteen letters and digits, such as 7K3M-Q0ZD-2F9T-XW5B.")
    String reference_hint();

    @Message("Your reference:")
    String your_reference();

    @Message("Keep it: it tells where your request stands.")
    String reference_keep();

    @Message("Back to start")
    String back_home();

    @Message("Back to the request")
    String back_request();

    @Message("Last changed:")
    String updated();

    @Message("(optional)")
    String optional();

    @Message("New request")
    String new_title();

    @Message("Tell us in your own words. You need no number and no department.")
    String new_lead();

    @Message("Send request")
    String new_send();

    @Message("Without JavaScript we send you a mail: your request is made when you follow the link in it.")
    String no_script();

    @Message("Signed in as")
    String signed_in_as();

    @Message("E-mail address")
    String email_label();

    @Message("Name")
    String name_label();

    @Message("Phone number")
    String phone_label();

    @Message("What is it about?")
    String topic_label();

    @Message("I am not sure")
    String topic_none();

    @Message("In a few words")
    String subject_label();

    @Message("What happened?")
    String text_label();

    @Message("What you have tried already helps us. Please leave out passwords and card numbers.")
    String text_hint();

    @Message("Files")
    String files_label();

    @Message("Pictures, PDF, documents or recordings, at most 10.")
    String files_hint();

    @Message("Something is missing. The fields are marked below.")
    String form_wrong();

    @Message(
            "It did not get through. What you wrote is still here: wait a moment and send it again, or call us. Files have to be chosen again.")
    String form_again();

    @Message("Please give an address such as name@example.com.")
    String error_email();

    @Message("Please give a number with its area code, such as +49 30 5550100.")
    String error_number();

    @Message("Please say in a few words what it is about.")
    String error_subject();

    @Message("Please write what happened.")
    String error_text();

    @Message(
            "One of the files was not taken: it is too large, empty, or of a kind we do not open. Send pictures, PDF, documents or recordings.")
    String error_files();

    @Message("This time has just been taken. Please choose another.")
    String error_slot();

    @Message("Please choose a number from 1 to 5.")
    String error_score();

    @Message("We have it")
    String sent_title();

    @Message(
            "Your request is with us. If you gave an e-mail address that we may write to, a link to follow and answer it is on its way there.")
    String sent_text();

    @Message("Please look at your mail")
    String confirm_sent();

    @Message(
            "If we may write to this address, a mail with a link is on its way. Your request is made when you follow it. Nothing there? Call us.")
    String confirm_sent_text();

    @Message("Send your request")
    String confirm_title();

    @Message("Your request is ready. One click and we have it.")
    String confirm_lead();

    @Message("My requests")
    String requests_title();

    @Message("There are no requests yet.")
    String requests_none();

    @Message("Older requests")
    String older_requests();

    @Message("No. {number}")
    String ticket_number(String number);

    @Message("What comes next:")
    String next_step();

    @Message("{name} looks after it.")
    String answered_by(String name);

    @Message("We call you:")
    String callback_booked();

    @Message("A question")
    String question_title();

    @Message("Yes")
    String yes();

    @Message("No")
    String no();

    @Message("How did we do?")
    String rate_title();

    @Message("How content are you with how this was solved?")
    String rate_legend();

    @Message("1: not at all")
    String rate_worst();

    @Message("5: very")
    String rate_best();

    @Message("What should we know?")
    String rate_comment();

    @Message("Send rating")
    String rate_send();

    @Message("Conversation")
    String conversation();

    @Message("Earlier messages")
    String earlier();

    @Message("You")
    String you();

    @Message("Add something")
    String reply_title();

    @Message("Not solved? Write again")
    String reply_again();

    @Message("Your message")
    String reply_label();

    @Message("Send")
    String reply_send();

    @Message("What would you like to do?")
    String acts_title();

    @Message("I want a person")
    String act_handoff();

    @Message("It is solved")
    String act_close();

    @Message("It is not solved")
    String act_reopen();

    @Message("We have your request.")
    String done_sent();

    @Message("We have your message.")
    String done_replied();

    @Message("Thank you: it counts as solved in a moment.")
    String done_closed();

    @Message("We look at it again.")
    String done_reopened();

    @Message("Thank you for telling us.")
    String done_rated();

    @Message("A person takes this over. You can call us as well.")
    String done_handoff();

    @Message("Your call is booked.")
    String done_callback();

    @Message("The call is cancelled.")
    String done_cancelled();

    @Message("Thank you for the answer.")
    String done_answered();

    @Message("Book a call")
    String callback_title();

    @Message("Choose when we call you. You need not wait on the line.")
    String callback_lead();

    @Message("What is it about?")
    String callback_about();

    @Message("Your phone number")
    String callback_number();

    @Message("When?")
    String callback_when();

    @Message("Book the call")
    String callback_send();

    @Message("Move the call")
    String callback_move();

    @Message("Cancel the call")
    String callback_cancel();

    @Message("All times are taken right now. Call us, or write a request.")
    String callback_none();

    @Message("Your call is booked")
    String callback_done();

    @Message("We call you at the time you chose.")
    String callback_done_text();

    @Message("Sign in")
    String sign_in_title();

    @Message("Give your e-mail address. We send you a link that signs you in, without a password.")
    String sign_in_lead();

    @Message("Send me a link")
    String sign_in_send();

    @Message("Sign in with your account")
    String sign_in_account();

    @Message("Please look at your mail")
    String sign_in_sent();

    @Message(
            "If we may write to this address, a link is on its way. It is good for a short while, and once. Nothing there? Call us.")
    String sign_in_sent_text();

    @Message("You are about to sign in.")
    String sign_in_now();

    @Message(
            "You opened the link in another browser than the one that asked for it. Please give the address it was sent to.")
    String sign_in_other();

    @Message("The link was not sent to this address.")
    String sign_in_other_wrong();

    @Message("Call us")
    String way_phone();

    @Message("Start a chat")
    String way_chat();

    @Message("Write a mail")
    String way_email();

    @Message("Received")
    String state_received();

    @Message("In progress")
    String state_in_progress();

    @Message("Waiting for you")
    String state_waiting_for_you();

    @Message("Solved")
    String state_solved();

    @Message("Closed")
    String state_closed();

    @Message("We have it, and look at it soon.")
    String state_received_text();

    @Message("Somebody works on it.")
    String state_in_progress_text();

    @Message("We asked you something: please answer below.")
    String state_waiting_for_you_text();

    @Message("We think it is solved. If it is not, tell us below.")
    String state_solved_text();

    @Message("It is closed. You can still write below.")
    String state_closed_text();

    @Message("We get back to you.")
    String step_promised();

    @Message("You get a first answer.")
    String step_first_response();

    @Message("You get our next answer.")
    String step_next_response();

    @Message("We solve it.")
    String step_resolution();

    @Message("We wait for your answer.")
    String step_waiting_for_customer();

    @Message("We wait for somebody else, and stay on it.")
    String step_on_hold();

    @Message("You hear from us by {time}.")
    String by_when(String time);

    @Message("You should have heard from us by {time}. We are late, and sorry.")
    String by_late(String time);

    @Message("{day}, {time}")
    String day_and_time(String day, String time);

    @Message("today")
    String today();

    @Message("tomorrow")
    String tomorrow();

    @Message("Times: {zone}")
    String zone(String zone);

    @Message("This page is not here")
    String oops_not_found();

    @Message("It may have moved, or it shows only to whoever is signed in or came by the link in our mail.")
    String oops_not_found_text();

    @Message("This link is not good any more")
    String oops_link();

    @Message(
            "Links end after a while, or once they are used. Sign in by your e-mail address for a new one, or talk to us.")
    String oops_link_text();

    @Message("That did not work")
    String oops_refused();

    @Message(
            "The form came too fast, too late, or from elsewhere. Open the page again and allow cookies, or talk to us.")
    String oops_refused_text();

    @Message("We cannot book this call here")
    String oops_callback();

    @Message("Without JavaScript we cannot tell you from a program. Sign in first, or call us.")
    String oops_callback_text();

    @Message("Too much at once")
    String oops_too_many();

    @Message("Please wait a minute and try again, or call us.")
    String oops_too_many_text();

    @Message("This was sent already")
    String oops_twice();

    @Message("We have what you sent first. Open the page again to send something else.")
    String oops_twice_text();

    @Message("We cannot take this right now")
    String oops_away();

    @Message("Nothing was lost. Try again in a minute, or call us.")
    String oops_away_text();

    @Message("A file was not taken")
    String oops_files();

    @Message("It is too large or of a kind we do not open. Go back and send it without the file, or talk to us.")
    String oops_files_text();

    @Message("That is not possible now")
    String oops_conflict();

    @Message("Things have changed meanwhile. Open the page again, or talk to us.")
    String oops_conflict_text();

    @Message("The sign-in did not work")
    String oops_account();

    @Message("Try again, sign in by your e-mail address, or talk to us.")
    String oops_account_text();

    @Message("Your request {reference}")
    String mail_request_subject(String reference);

    @Message("We have a request in your name. Its reference is {reference}. Follow and answer it here:")
    String mail_request(String reference);

    @Message("Sign in: {title}")
    String mail_sign_in_subject(String title);

    @Message("Follow this link to sign in. It is good once, for {minutes} minutes, best in the browser you asked from:")
    String mail_sign_in(String minutes);

    @Message("Please confirm your request")
    String mail_confirm_subject();

    @Message("A request was written in your name. Follow this link to send it to us:")
    String mail_confirm();

    @Message("If this was not you, you need do nothing.")
    String mail_not_you();

    @Message("You reach a person at {phone}.")
    String mail_human(String phone);
}
