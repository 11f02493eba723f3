package io.carryon.gateway.chat.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A visitor's tab that keeps its books as a real one: the last seq it has, what it said and has no acknowledgement of. It
 * notes every message that comes twice, late or with one before it missing.
 */
final class SimulatedTab {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token;
    private final Map<String, String> unacknowledged = new LinkedHashMap<>();
    private final List<String> transcript = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private SimulatedProcess process;
    private LiveChat chat;
    private Line line;

    SimulatedTab(String token) {
        this.token = token;
    }

    /** One connection; what is sent after it broke is lost. */
    private final class Line implements VisitorSocket {

        private final String id = UUID.randomUUID().toString();
        private boolean cut;
        private int framesLeft = Integer.MAX_VALUE;

        @Override
        public Uni<Void> send(String frame) {
            synchronized (SimulatedTab.this) {
                if (cut || framesLeft-- <= 0) {
                    cut = true;
                    return Uni.createFrom().failure(new IllegalStateException("The line is cut"));
                }
                receive(frame);
                return Uni.createFrom().voidItem();
            }
        }

        @Override
        public void close(int code, String reason) {
            synchronized (SimulatedTab.this) {
                cut = true;
            }
        }
    }

    /** Connects to a process, goes on after what it has, and says again what was not acknowledged. */
    void connect(SimulatedProcess to) {
        Map<String, String> again;
        int after;
        synchronized (this) {
            disconnect();
            process = to;
            line = new Line();
            after = transcript.size();
            again = new LinkedHashMap<>(unacknowledged);
        }
        chat = to.open(line.id, line);
        take(frame("hello", new VisitorFrame.Resume(null, token, after), null, null));
        again.forEach((clientId, text) -> take(frame("msg", null, clientId, text)));
    }

    void say(String clientId, String text) {
        synchronized (this) {
            unacknowledged.put(clientId, text);
        }
        take(frame("msg", null, clientId, text));
    }

    /** The line breaks after so many more frames. */
    synchronized void cutAfter(int frames) {
        line.framesLeft = frames;
    }

    synchronized boolean isCut() {
        return line == null || line.cut;
    }

    synchronized void disconnect() {
        if (line != null) {
            line.cut = true;
            process.close(line.id);
        }
    }

    synchronized List<String> transcript() {
        return List.copyOf(transcript);
    }

    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    synchronized boolean isAcknowledged() {
        return unacknowledged.isEmpty();
    }

    /** A real process closes a socket that broke; here the next connection does. */
    private void take(VisitorFrame frame) {
        if (!isCut()) {
            process.take(frame, chat);
        }
    }

    private void receive(String text) {
        try {
            var frame = JSON.readTree(text);
            var kind = frame.get("t").asText();
            if (!kind.equals("ack") && !kind.equals("msg.new")) {
                return;
            }
            var seq = frame.get("seq").asInt();
            var isRepeat = kind.equals("ack") && seq <= transcript.size();
            if (seq == transcript.size() + 1) {
                transcript.add(frame.get("messageId").asText());
            } else if (!isRepeat
                    || !transcript.get(seq - 1).equals(frame.get("messageId").asText())) {
                wrong.add("After " + transcript.size() + " came " + text);
            }
            if (frame.hasNonNull("clientId")) {
                unacknowledged.remove(frame.get("clientId").asText());
            }
        } catch (JsonProcessingException e) {
            wrong.add(e.getMessage());
        }
    }

    private static VisitorFrame frame(String t, VisitorFrame.Resume resume, String clientId, String text) {
        return new VisitorFrame(t, null, resume, clientId, text, null, null, null, null, null, null, null, null);
    }
}
