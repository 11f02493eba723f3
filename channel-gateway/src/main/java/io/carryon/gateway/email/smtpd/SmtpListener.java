package io.carryon.gateway.email.smtpd;

import io.carryon.gateway.email.MailHandover;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Listens at one port, and serves each connection on a virtual thread of its own. */
final class SmtpListener implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SmtpListener.class);
    private static final int BACKLOG = 50;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Protocol protocol;
    private final SmtpdConfig config;
    private final Recipients recipients;
    private final MailHandover handover;
    private final Optional<Tls> tls;
    private final ListenerRecord told;
    private final Semaphore room;
    private final ServerSocket server;
    private final Set<Socket> connected = ConcurrentHashMap.newKeySet();

    /** Listens from now on; throws IOException when the port cannot be had. */
    SmtpListener(
            Protocol protocol,
            int port,
            SmtpdConfig config,
            Recipients recipients,
            MailHandover handover,
            Optional<Tls> tls,
            ListenerRecord told)
            throws IOException {
        this.protocol = protocol;
        this.config = config;
        this.recipients = recipients;
        this.handover = handover;
        this.tls = tls;
        this.told = told;
        this.room = new Semaphore(config.maxConnections());
        this.server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getByName(config.host()), port), BACKLOG);
        Thread.ofPlatform().daemon().name("mail-" + protocol).start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                connected.add(socket);
                Thread.ofVirtual().name("mail-" + protocol).start(() -> welcome(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warnf("%s: a connection could not be taken: %s", protocol, e.getMessage());
                    // Out of file handles, the next try would fail at once.
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    private void welcome(Socket socket) {
        try (var wire = new Wire(socket, config.timeout())) {
            if (config.clients().stream().noneMatch(network -> network.contains(socket.getInetAddress()))) {
                LOG.warnf("%s: a client outside carryon.smtpd.clients was refused", protocol);
                refuse(wire, Reply.of(554, "5.7.1", "Mail is not taken from your address"));
            } else if (!room.tryAcquire()) {
                refuse(wire, Reply.of(421, "4.3.2", "Too many connections, come again later"));
            } else {
                try {
                    serve(wire);
                } finally {
                    room.release();
                }
            }
        } catch (IOException e) {
            LOG.debugf("%s: a connection broke off: %s", protocol, e.getMessage());
        } finally {
            connected.remove(socket);
        }
    }

    private void serve(Wire wire) throws IOException {
        told.connected();
        try {
            new SmtpSession(protocol, config, recipients, handover, tls, wire, told).serve();
        } catch (SocketTimeoutException e) {
            refuse(wire, Reply.of(421, "4.4.2", "Nothing came for too long"));
        }
    }

    private void refuse(Wire wire, Reply reply) throws IOException {
        told.refused(reply);
        wire.say(reply);
        wire.flush();
    }

    /** Connections at once, and how it goes. */
    String state() {
        return (server.isClosed() ? "closed" : told.state()) + ", connections " + connected.size();
    }

    /** Mails on their way are not taken; their servers send them again. */
    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : connected) {
            socket.close();
        }
    }
}
