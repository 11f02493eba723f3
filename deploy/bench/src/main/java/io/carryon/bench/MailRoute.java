package io.carryon.bench;

import java.io.IOException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The way mails go: connections to an SMTP server that are kept, as mail servers keep them. */
final class MailRoute {

    private final String host;
    private final int port;
    private final Deque<SmtpDelivery> idle = new ConcurrentLinkedDeque<>();

    MailRoute(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** Returns when the server has taken the mail; a connection on which it did not is not used again. */
    void deliver(String from, String to, byte[] mail) throws IOException {
        var kept = idle.pollFirst();
        var connection = kept == null ? new SmtpDelivery(host, port) : kept;
        try {
            connection.deliver(from, to, mail);
        } catch (IOException e) {
            connection.close();
            throw e;
        }
        idle.addFirst(connection);
    }
}
