package io.carryon.gateway.email.imap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A mail as it comes from the server, which says when the server breaks off: who reads it may fail too, and that is not
 * the mail's fault.
 */
final class MailTransfer extends FilterInputStream {

    private final Runnable brokenOff;

    MailTransfer(InputStream content, Runnable brokenOff) {
        super(content);
        this.brokenOff = brokenOff;
    }

    @Override
    public int read() throws IOException {
        return noticing(super::read);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return noticing(() -> super.read(buffer, offset, length));
    }

    private int noticing(Reading reading) throws IOException {
        try {
            return reading.read();
        } catch (IOException | RuntimeException e) {
            brokenOff.run();
            throw e;
        }
    }

    @FunctionalInterface
    private interface Reading {
        int read() throws IOException;
    }
}
