package io.carryon.gateway.chat.socket;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** The way to one visitor's browser. */
interface VisitorSocket {

    /** Done when the network has taken all of it, which a browser that does not read can delay for ever. */
    Uni<Void> send(String frame);

    /** Says goodbye and does not wait for an answer. */
    void close(int code, String reason);

    /** The real one. */
    static VisitorSocket of(WebSocketConnection connection) {
        return new VisitorSocket() {
            @Override
            public Uni<Void> send(String frame) {
                return connection.sendText(frame);
            }

            @Override
            public void close(int code, String reason) {
                if (connection.isOpen()) {
                    connection
                            .close(new CloseReason(code, reason))
                            .subscribe()
                            .with(
                                    closed -> {},
                                    failure -> Logger.getLogger(VisitorSocket.class)
                                            .debugf("A socket was gone already: %s", failure.getMessage()));
                }
            }
        };
    }
}
