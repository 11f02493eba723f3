package io.carryon.gateway.email.smtpd;

import java.io.IOException;
import java.io.InputStream;

/**
 * A mail between DATA and its end, which is a dot between CR LF and CR LF and nothing that only looks like it: a server
 * that takes other ends lets a sender hide a second mail in the first. Bare CR and LF are content and stay as they came.
 */
final class MailContent extends InputStream {

    private enum State {
        LINE_START,
        DOT,
        DOT_CR,
        WITHIN,
        CR,
        ENDED
    }

    private final Wire wire;
    private final long limit;
    private State state = State.LINE_START;
    private long size;

    MailContent(Wire wire, long limit) {
        this.wire = wire;
        this.limit = limit;
    }

    /** The mail has more bytes than are allowed. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("The mail is too large");
        }
    }

    @Override
    public int read() throws IOException {
        var next = next();
        if (next >= 0 && ++size > limit) {
            throw new TooLarge();
        }
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var read = 0;
        while (read < length && (read == 0 || wire.hasMore())) {
            var next = read();
            if (next < 0) {
                return read == 0 ? -1 : read;
            }
            into[offset + read++] = (byte) next;
        }
        return read;
    }

    /** Passes over what is left, so that the next command can be read. */
    void toEnd() throws IOException {
        while (next() >= 0) {
            continue;
        }
    }

    private int next() throws IOException {
        while (state != State.ENDED) {
            var next = wire.content();
            switch (state) {
                case LINE_START -> {
                    if (next != '.') {
                        return emitted(next);
                    }
                    state = State.DOT;
                }
                case DOT -> {
                    if (next != '\r') {
                        return emitted(next);
                    }
                    state = State.DOT_CR;
                }
                case DOT_CR -> {
                    if (next != '\n') {
                        wire.unread();
                        return emitted('\r');
                    }
                    state = State.ENDED;
                }
                default -> {
                    return emitted(next);
                }
            }
        }
        return -1;
    }

    private int emitted(int next) {
        if (next == '\r') {
            state = State.CR;
        } else {
            state = next == '\n' && state == State.CR ? State.LINE_START : State.WITHIN;
        }
        return next;
    }
}
