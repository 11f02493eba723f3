package io.carryon.gateway.chat.socket;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** What waits to leave for a browser, the latest of each kind only: a slow browser makes no queue grow. */
final class LatestFrames {

    private final SequencedMap<String, ServerFrame> waiting = new LinkedHashMap<>(4);
    private final Map<String, ServerFrame> told = new HashMap<>(4);

    /** False when it says what the last of its kind said; typing is said again to go on. */
    synchronized boolean offer(ServerFrame frame) {
        if (!note(frame)) {
            return false;
        }
        waiting.put(frame.t(), frame);
        return true;
    }

    /** Notes the frame as told; false when it says what the last of its kind said. */
    synchronized boolean note(ServerFrame frame) {
        return !frame.equals(told.put(frame.t(), frame)) || frame instanceof ServerFrame.Typing;
    }

    /** Whether a frame of this kind was told. */
    synchronized boolean hasTold(String kind) {
        return told.containsKey(kind);
    }

    synchronized boolean isThere() {
        return !waiting.isEmpty();
    }

    /** The next, or null. */
    synchronized ServerFrame poll() {
        var first = waiting.pollFirstEntry();
        return first == null ? null : first.getValue();
    }
}
