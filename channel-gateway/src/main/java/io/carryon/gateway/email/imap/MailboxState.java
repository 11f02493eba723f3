package io.carryon.gateway.email.imap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How one mailbox is doing; written by its reader, read by whoever asks. */
final class MailboxState {

    private final Duration longestSilence;
    private final Clock clock;
    private volatile Instant beat;
    private volatile Trouble trouble;
    private volatile Instant lastLook;
    private volatile int waiting;

    /** Without a beat for longer than {@code longestSilence} the reader hangs. */
    MailboxState(Duration longestSilence, Clock clock) {
        this.longestSilence = longestSilence;
        this.clock = clock;
    }

    /** Why no mail can be read just now, and since when. */
    record Trouble(String reason, Instant since) {}

    void beat() {
        beat = Instant.now(clock);
    }

    /** The folder was looked at, and so many mails stand in it. */
    void looked(int mails) {
        lastLook = Instant.now(clock);
        waiting = mails;
    }

    void well() {
        trouble = null;
    }

    /** The reason may change; since when there is trouble does not. */
    void troubled(String reason) {
        var before = trouble;
        trouble = new Trouble(reason, before == null ? Instant.now(clock) : before.since());
    }

    /** Null when mails can be read. */
    Trouble trouble() {
        return trouble;
    }

    /** When the reader last did something, a try that failed included; null before it starts. */
    Instant lastBeat() {
        return beat;
    }

    /** Mails in the folder at the last look. */
    int waiting() {
        return waiting;
    }

    /** 0 for never. */
    long lastLookSeconds() {
        return lastLook == null ? 0 : lastLook.getEpochSecond();
    }

    boolean isWell() {
        return lastLook != null && trouble == null && !isStalled();
    }

    boolean isStalled() {
        return beat != null && beat.plus(longestSilence).isBefore(Instant.now(clock));
    }
}
