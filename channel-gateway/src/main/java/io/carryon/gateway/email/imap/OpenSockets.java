package io.carryon.gateway.email.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import org.jboss.logging.Logger;

/**
 * Makes the sockets of one account and can close them: the one way to end a read that never ends, for the library's time
 * limits begin anew with each byte. Under TLS too it is the bare socket that is closed, which waits for nobody.
 */
final class OpenSockets extends SocketFactory {

    private static final Logger LOG = Logger.getLogger(OpenSockets.class);

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Whoever waits at one of them goes on with an exception. */
    void closeAll() {
        for (var socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debugf("A connection to a mailbox did not close: %s", e.getMessage());
            }
        }
    }

    private Socket remembered(Socket socket) {
        open.removeIf(Socket::isClosed);
        open.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket() {
        return remembered(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return remembered(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return remembered(new Socket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return remembered(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return remembered(new Socket(host, port, localHost, localPort));
    }
}
