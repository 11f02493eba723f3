package io.carryon.gateway.email.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;

/**
 * A connection to a mail server for as long as it is used.
 *
 * @param end is told when it is over
 */
record Conversation(Transport transport, Runnable end) implements AutoCloseable {

    @Override
    public void close() throws MessagingException {
        try {
            transport.close();
        } finally {
            end.run();
        }
    }
}
