package io.carryon.gateway.admission;

import java.util.ArrayDeque;
import java.util.Deque;

/** A number of places for requests at work, and a short queue before the door. */
final class Room {

    private final int waitingLimit;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int free;

    Room(int places, int waitingLimit) {
        this.free = places;
        this.waitingLimit = waitingLimit;
    }

    /** What becomes of somebody at the door. */
    enum Entry {
        ADMITTED,
        WAITING,
        REFUSED
    }

    /** Admits, or keeps {@code admitted} to be run once a place is free; then {@link #leave} is owed. */
    synchronized Entry enter(Runnable admitted) {
        if (free > 0) {
            free--;
            return Entry.ADMITTED;
        }
        if (waiting.size() >= waitingLimit) {
            return Entry.REFUSED;
        }
        waiting.add(admitted);
        return Entry.WAITING;
    }

    /** Gives the place to who waits longest. */
    void leave() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                free++;
            }
        }
        if (next != null) {
            next.run();
        }
    }

    /** True when this one was still waiting, and does so no longer. */
    synchronized boolean giveUp(Runnable admitted) {
        return waiting.remove(admitted);
    }
}
