package io.carryon.gateway.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.door.ContactUs;
import io.carryon.gateway.door.HumanConfig;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.problem.ProblemException;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The door for visitors' browsers: subprotocol {@code support.chat.v1}, one JSON object a frame. */
@WebSocket(path = "/v1/chat/ws")
public class ChatSocket {

    private static final int GOODBYE = 1000;
    private static final int TOO_FAST = 4429;

    private final LiveChats chats;
    private final ChatTalk talk;
    private final ChatTranscript transcript;
    private final ChatReadings readings;
    private final ChatRecognition recognition;
    private final FrameProblems problems;
    private final JsonBody body;
    private final ObjectMapper json;
    private final ChatConfig config;
    private final HumanConfig human;
    private final Clock clock;

    public ChatSocket(
            LiveChats chats,
            ChatTalk talk,
            ChatTranscript transcript,
            ChatReadings readings,
            ChatRecognition recognition,
            FrameProblems problems,
            JsonBody body,
            ObjectMapper json,
            ChatConfig config,
            HumanConfig human,
            Clock clock) {
        this.chats = chats;
        this.talk = talk;
        this.transcript = transcript;
        this.readings = readings;
        this.recognition = recognition;
        this.problems = problems;
        this.body = body;
        this.json = json;
        this.config = config;
        this.human = human;
        this.clock = clock;
    }

    @OnOpen
    void opened(WebSocketConnection socket) {
        chats.opened(socket.id(), new LiveChat(VisitorSocket.of(socket), json, config, clock));
    }

    @OnClose
    void closed(WebSocketConnection socket) {
        chats.closed(socket.id());
    }

    @OnPongMessage
    @NonBlocking
    void alive(Buffer pong, WebSocketConnection socket) {
        var chat = chats.of(socket.id());
        if (chat != null) {
            chat.heard();
        }
    }

    @OnTextMessage
    @RunOnVirtualThread
    void frame(String text, WebSocketConnection socket) {
        var chat = chats.of(socket.id());
        if (chat == null) {
            return;
        }
        chat.heard();
        if (!chat.mayTalk()) {
            chat.send(problems.tooFast());
            chat.close(TOO_FAST, "too many frames");
            return;
        }
        VisitorFrame frame = null;
        try {
            frame = body.read(text.getBytes(StandardCharsets.UTF_8), VisitorFrame.class);
            take(frame, chat);
        } catch (JsonProcessingException | RuntimeException e) {
            chat.send(problems.of(frame == null ? null : frame.clientId(), e));
        }
    }

    private void take(VisitorFrame frame, LiveChat chat) {
        if (chat.session() == null && !"hello".equals(frame.t())) {
            refuse(chat, "Say hello first.");
            return;
        }
        switch (frame.t()) {
            case "hello" -> hello(frame, chat);
            case "msg" -> chat.send(talk.say(open(chat), wanted(frame.clientId(), "/clientId"), spoken(frame)));
            case "read" -> readings.shown(chat, shown(frame));
            case "recognition.answer" -> chat.send(recognition.answer(chat.session(), answered(frame)));
            case "end" -> {
                chat.send(talk.end(chat.session()));
                chat.close(GOODBYE, "ended");
            }
            default -> throw ProblemException.invalid("/t", "must be hello, msg, read, recognition.answer or end");
        }
    }

    private void hello(VisitorFrame frame, LiveChat chat) {
        if (chat.session() != null) {
            throw ProblemException.conflict(
                    "hello-twice", "This socket has its chat; open another socket for another.");
        }
        var resume = frame.resume();
        var token = resume == null ? wanted(frame.token(), "/token") : resume.token();
        var session = talk.sessionOf(token)
                .filter(found -> resume == null
                        || resume.sessionId() == null
                        || resume.sessionId().equals(found.sessionId()))
                .orElse(null);
        if (session == null) {
            refuse(chat, "The token is not good for an open chat. Have the site open a new one.");
            return;
        }
        chats.joined(session.sessionId(), chat);
        var from = resume == null ? session.lastSeq() : resume.lastSeq();
        var welcome = ServerFrame.Welcome.to(session, config.heartbeatSec(), ContactUs.of(human));
        chat.begin(session, from, welcome, transcript::after);
    }

    private void refuse(LiveChat chat, String why) {
        chat.send(problems.notAllowed(why));
        chat.close(LiveChats.NOT_ALLOWED, "not allowed");
    }

    private ChatSession open(LiveChat chat) {
        var session = chat.session();
        if (!session.isOpen(clock.instant())) {
            throw ProblemException.conflict("chat-ended", "This chat has ended. Have the site open a new one.");
        }
        return session;
    }

    private static String spoken(VisitorFrame frame) {
        if (frame.text() == null || frame.text().isBlank()) {
            throw ProblemException.invalid("/text", "must not be blank");
        }
        return frame.text();
    }

    private static int shown(VisitorFrame frame) {
        if (frame.upToSeq() == null) {
            throw ProblemException.invalid("/upToSeq", "must not be null");
        }
        return frame.upToSeq();
    }

    private static boolean answered(VisitorFrame frame) {
        if (frame.same() == null) {
            throw ProblemException.invalid("/same", "must not be null");
        }
        return frame.same();
    }

    private static String wanted(String value, String pointer) {
        if (value == null || value.isBlank()) {
            throw ProblemException.invalid(pointer, "must not be blank");
        }
        return value;
    }
}
