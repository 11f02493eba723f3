package io.carryon.gateway.chat.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.carryon.gateway.callback.Callback;
import io.carryon.gateway.chat.ChatMessage;
import io.carryon.gateway.chat.ChatSession;
import io.carryon.gateway.chat.ShownMessage;
import io.carryon.gateway.chat.status.ChatStatus;
import io.carryon.gateway.door.ContactUs;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.recognition.AnswerTaken;
import io.carryon.gateway.recognition.QuestionShown;
import io.carryon.gateway.recognition.RecognitionQuestion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the server sends; {@code t} names the frame. */
public sealed interface ServerFrame {

    String t();

    /** The chat is on; {@code seq} is its latest place, {@code agents} whether somebody is there. */
    record Welcome(String t, UUID sessionId, int seq, int heartbeatSec, ChatStatus.Agents agents, ContactUs contactUs)
            implements ServerFrame {

        static Welcome to(ChatSession session, int heartbeatSec, ChatStatus.Agents agents, ContactUs contactUs) {
            return new Welcome("welcome", session.sessionId(), session.lastSeq(), heartbeatSec, agents, contactUs);
        }
    }

    /** The message is durable; of this socket's own it stands for {@code msg.new}. */
    record Ack(String t, String clientId, UUID messageId, int seq, Instant at) implements ServerFrame {

        static Ack of(ChatMessage message) {
            return new Ack("ack", message.clientId(), message.messageId(), message.seq(), message.saidAt());
        }
    }

    /** A message the browser may not have. */
    record New(String t, @JsonUnwrapped ShownMessage message) implements ServerFrame {

        static New of(ChatMessage message) {
            return new New("msg.new", ShownMessage.of(message));
        }
    }

    /** Somebody of support types, or no longer does. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Typing(String t, boolean on, String name) implements ServerFrame {

        static Typing of(boolean on, String name) {
            return new Typing("typing", on, name);
        }
    }

    /** Where the chat stands. */
    record Status(String t, @JsonUnwrapped ChatStatus status) implements ServerFrame {

        static Status of(ChatStatus status) {
            return new Status("status", status);
        }
    }

    /** What the visitor is asked; answered by {@code recognition.answer} or not at all. */
    record Recognition(String t, String text, String language, List<String> answers) implements ServerFrame {

        static final String KIND = "recognition";

        static Recognition of(RecognitionQuestion question) {
            var shown = QuestionShown.of(question);
            return new Recognition(KIND, shown.text(), shown.language(), shown.answers());
        }
    }

    /** The visitor's answer is durable. */
    record Answered(String t, boolean same, Instant at) implements ServerFrame {

        static Answered of(AnswerTaken taken) {
            return new Answered("recognition.answered", taken.same(), taken.at());
        }
    }

    /** Support knows that the visitor wants a person, since then. */
    record HandedOff(String t, Instant at) implements ServerFrame {

        static HandedOff at(Instant at) {
            return new HandedOff("handoff", at);
        }
    }

    /** The visitor is called back within these times. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CallBack(String t, String clientId, String number, Instant notBefore, Instant notAfter)
            implements ServerFrame {

        static CallBack of(String clientId, Callback callback) {
            return new CallBack("callback", clientId, callback.number(), callback.notBefore(), callback.notAfter());
        }
    }

    /** The chat is over. */
    record Ended(String t, Instant at) implements ServerFrame {

        static Ended at(Instant at) {
            return new Ended("ended", at);
        }
    }

    /** A frame was not taken; with a client id when it was a message, which may then be sent again or corrected. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Error(String t, String clientId, Problem problem) implements ServerFrame {

        static Error of(String clientId, Problem problem) {
            return new Error("error", clientId, problem);
        }
    }
}
