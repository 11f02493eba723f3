package io.carryon.gateway.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
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

    /** The chat is on; {@code seq} is its latest place, {@code agents} whether somebody is there, as far as known. */
    record Welcome(String t, UUID sessionId, int seq, int heartbeatSec, String agents, ContactUs contactUs)
            implements ServerFrame {

        static Welcome to(ChatSession session, int heartbeatSec, ContactUs contactUs) {
            return new Welcome("welcome", session.sessionId(), session.lastSeq(), heartbeatSec, "unknown", contactUs);
        }
    }

    /** The message is durable. */
    record Ack(String t, String clientId, UUID messageId, int seq, Instant at) implements ServerFrame {

        static Ack of(ChatMessage message) {
            return new Ack("ack", message.clientId(), message.messageId(), message.seq(), message.saidAt());
        }
    }

    /** A message the browser may not have. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record New(String t, int seq, String from, String author, String clientId, UUID messageId, String text, Instant at)
            implements ServerFrame {

        static New of(ChatMessage message) {
            return new New(
                    "msg.new",
                    message.seq(),
                    message.side(),
                    message.author(),
                    message.clientId(),
                    message.messageId(),
                    message.text(),
                    message.saidAt());
        }
    }

    /** What the visitor is asked; answered by {@code recognition.answer} or not at all. */
    record Recognition(String t, String text, String language, List<String> answers) implements ServerFrame {

        static Recognition of(RecognitionQuestion question) {
            var shown = QuestionShown.of(question);
            return new Recognition("recognition", shown.text(), shown.language(), shown.answers());
        }
    }

    /** The visitor's answer is durable. */
    record Answered(String t, boolean same, Instant at) implements ServerFrame {

        static Answered of(AnswerTaken taken) {
            return new Answered("recognition.answered", taken.same(), taken.at());
        }
    }

    /** The chat is over. */
    record Ended(String t, Instant at) implements ServerFrame {

        static Ended at(Instant at) {
            return new Ended("end", at);
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
