package io.carryon.gateway.chat.socket;

import io.carryon.gateway.chat.ChatCallbacks;
import io.carryon.gateway.chat.ChatHandoffs;
import io.carryon.gateway.chat.ChatQuestions;
import io.carryon.gateway.chat.ChatReadings;
import io.carryon.gateway.chat.ChatSession;
import io.carryon.gateway.chat.ChatTalk;
import io.carryon.gateway.chat.activity.VisitorTyping;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.site.PageOrigin;
import jakarta.enterprise.context.ApplicationScoped;

/** Does what a visitor's frame asks for. */
@ApplicationScoped
public class FrameDesk {

    private final Hello hello;
    private final ChatTalk talk;
    private final ChatReadings readings;
    private final ChatQuestions questions;
    private final ChatHandoffs handoffs;
    private final ChatCallbacks callbacks;
    private final VisitorTyping typing;

    public FrameDesk(
            Hello hello,
            ChatTalk talk,
            ChatReadings readings,
            ChatQuestions questions,
            ChatHandoffs handoffs,
            ChatCallbacks callbacks,
            VisitorTyping typing) {
        this.hello = hello;
        this.talk = talk;
        this.readings = readings;
        this.questions = questions;
        this.handoffs = handoffs;
        this.callbacks = callbacks;
        this.typing = typing;
    }

    /**
     * Throws what is wrong with the frame; the socket goes on then, unless it is closed already.
     *
     * @param page that the socket is from
     */
    void take(VisitorFrame frame, LiveChat chat, PageOrigin page) {
        if ("hello".equals(frame.t())) {
            hello.say(frame, chat, page);
        } else if (chat.session() == null) {
            hello.refuse(chat, "Say hello first.");
        } else {
            take(frame, chat, chat.session());
        }
    }

    private void take(VisitorFrame frame, LiveChat chat, ChatSession session) {
        switch (frame.t()) {
            case "msg" -> say(frame, chat, session);
            case "typing" -> type(frame, chat, session);
            case "read" -> readings.shown(session, Math.min(frame.wantedUpToSeq(), chat.sent()));
            case "handoff" -> chat.send(ServerFrame.HandedOff.at(handoffs.handOff(session, frame.reason())));
            case "callback" ->
                chat.send(ServerFrame.CallBack.of(
                        frame.clientId(),
                        callbacks.book(session, frame.number(), frame.notBefore(), frame.notAfter())));
            case "recognition.answer" ->
                chat.send(ServerFrame.Answered.of(questions.answer(session, frame.wantedSame())));
            case "end" -> chat.end(ServerFrame.Ended.at(talk.end(session)));
            default ->
                throw ProblemException.invalid(
                        "/t", "must be hello, msg, typing, read, handoff, callback, recognition.answer or end");
        }
    }

    private void type(VisitorFrame frame, LiveChat chat, ChatSession session) {
        var on = frame.wantedOn();
        if (on) {
            chat.writes();
        }
        typing.typing(talk.open(session), on);
    }

    private void say(VisitorFrame frame, LiveChat chat, ChatSession session) {
        var message = frame.message();
        chat.writes();
        chat.saying(message.clientId());
        try {
            chat.said(talk.say(session, message));
        } catch (RuntimeException e) {
            chat.notSaid(message.clientId());
            throw e;
        }
    }
}
