package io.carryon.gateway.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around requests: where they stand, what was said, what can be done; each in every language: in {@code messages/request_*.properties}, English here. */
@MessageBundle("request")
public interface RequestMessages {

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

    @Message("Last changed:")
    String updated();

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

    @Message("A question")
    String question_title();

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
}
