package io.carryon.gateway.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around articles, each in every language: in {@code messages/shelf_*.properties}, English here. */
@MessageBundle("shelf")
public interface ShelfMessages {

    @Message("Find an answer")
    String title();

    @Message("Answers to “{words}”")
    String found(String words);

    @Message("Nothing found for “{words}”")
    String nothing(String words);

    @Message("Try other words, or ask us: what you searched goes along, so you need not say it again.")
    String nothing_text();

    @Message("Not what you are looking for?")
    String not_it();

    @Message("Write to us")
    String write();

    @Message("Common questions")
    String common();

    @Message("All answers")
    String all();

    @Message("There are no articles yet. Ask us.")
    String none();

    @Message("Other answers")
    String back();

    @Message("Last verified on")
    String verified();

    @Message("Last changed on")
    String changed();

    @Message("Nobody has checked this for a while. If something does not fit, ask us.")
    String overdue();

    @Message("Was this helpful?")
    String helpful();

    @Message("Thank you. That helps others, too.")
    String thanks_helpful();

    @Message("Has it solved what you came for?")
    String solved();

    @Message("Yes, it is solved")
    String solved_yes();

    @Message("No, I need help")
    String solved_no();

    @Message("Good to hear, and thank you for telling us.")
    String thanks_solved();

    @Message("Then let a person help")
    String unhelpful();

    @Message("We are sorry. What you searched and read goes along, so you need not say it again.")
    String unhelpful_text();

    @Message("Your request is still in the other tab, as you wrote it.")
    String draft();

    @Message("This article is not here any more. Search for another, or ask us.")
    String gone();

    @Message("Look for answers first")
    String look();

    @Message("This may answer it")
    String proposed();

    @Message("Each opens in a new tab: what you wrote stays here. You can send your request at any time.")
    String proposed_hint();

    @Message("We know no article on this. Send your request: a person reads it.")
    String proposed_none();
}
