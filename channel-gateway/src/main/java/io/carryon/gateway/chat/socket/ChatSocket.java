package io.carryon.gateway.chat.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.chat.ChatConfig;
import io.carryon.gateway.chat.ChatTranscript;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.site.PageOrigin;
import io.quarkus.websockets.next.HandshakeRequest;
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

    private static final int TOO_FAST = 4429;

    private final LiveChats chats;
    private final ChatTranscript transcript;
    private final FrameDesk desk;
    private final FrameProblems problems;
    private final JsonBody body;
    private final ObjectMapper json;
    private final ChatConfig config;
    private final Clock clock;

    public ChatSocket(
            LiveChats chats,
            ChatTranscript transcript,
            FrameDesk desk,
            FrameProblems problems,
            JsonBody body,
            ObjectMapper json,
            ChatConfig config,
            Clock clock) {
        this.chats = chats;
        this.transcript = transcript;
        this.desk = desk;
        this.problems = problems;
        this.body = body;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    @OnOpen
    @NonBlocking
    void opened(WebSocketConnection socket) {
        chats.opened(socket.id(), new LiveChat(VisitorSocket.of(socket), transcript::after, json, config, clock));
    }

    @OnClose
    @NonBlocking
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
            desk.take(frame, chat, page(socket.handshakeRequest()));
        } catch (JsonProcessingException | RuntimeException e) {
            chat.send(problems.of(frame == null ? null : frame.clientId(), e));
        }
    }

    private static PageOrigin page(HandshakeRequest handshake) {
        return PageOrigin.of(
                handshake.header(PageOrigin.HEADER),
                handshake.host(),
                handshake.port(),
                handshake.header(PageOrigin.FETCH_SITE));
    }
}
