package io.carryon.gateway.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the forms: a request, a call, signing in; each in every language: in {@code messages/form_*.properties}, English here. */
@MessageBundle("form")
public interface FormMessages {

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

    @Message("It did not get through. What you wrote is still here: wait a moment and send it again, or call us.")
    String form_again();

    @Message("Your files are not kept here: please choose them again before you send.")
    String files_again();

    @Message(
            "Your files could not go along. Send them with a message on your request's page, once you followed the link.")
    String files_left();

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

    @Message("We call you:")
    String callback_booked();

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

    @Message(
            "What you wrote is still here. But without JavaScript we cannot tell you from a program: sign in first, or call us.")
    String callback_by_person();

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
}
