package io.carryon.gateway.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of every page, of the first one and of the ways to a person; each in every language: in {@code messages/help_*.properties}, English here. */
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

    @Message("Back to start")
    String back_home();

    @Message("Back to the request")
    String back_request();

    @Message("Yes")
    String yes();

    @Message("No")
    String no();

    @Message("Call us")
    String way_phone();

    @Message("Start a chat")
    String way_chat();

    @Message("Write a mail")
    String way_email();

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
}
