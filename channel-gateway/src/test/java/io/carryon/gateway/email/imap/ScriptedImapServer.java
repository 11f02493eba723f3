package io.carryon.gateway.email.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mailbox on a socket of its own, as much of IMAP as the reader asks for, with the faults a test wants. */
final class ScriptedImapServer implements AutoCloseable {

    private final ServerSocket socket;
    private final TreeMap<Long, byte[]> inbox = new TreeMap<>();
    private final Map<String, List<String>> folders = new ConcurrentHashMap<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Set<Long> refused = ConcurrentHashMap.newKeySet();
    private final Set<Long> fatal = ConcurrentHashMap.newKeySet();
    private volatile long validity = 1;
    private volatile boolean canMove = true;
    private volatile boolean forgetful;
    private volatile Optional<String> accepted = Optional.empty();
    private volatile boolean signInRefused;
    private volatile Optional<String> greeting = Optional.of("* OK ready");
    private long nextUid = 1;

    ScriptedImapServer() throws IOException {
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::run);
    }

    int port() {
        return socket.getLocalPort();
    }

    synchronized long deliver(String mail) {
        inbox.put(nextUid, mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        return nextUid++;
    }

    /** The server answers NO whenever this mail is asked for. */
    void refuse(long uid) {
        refused.add(uid);
    }

    /** The server hangs up whenever this mail is asked for. */
    void hangUpAt(long uid) {
        fatal.add(uid);
    }

    /** The server tells a client what is in a folder when it opens it, and of nothing that comes later. */
    void forgetToAnnounce() {
        forgetful = true;
    }

    boolean isForgetful() {
        return forgetful;
    }

    /** Greets with this line instead; after null it says nothing at all. */
    void greetWith(String line) {
        greeting = Optional.ofNullable(line);
    }

    Optional<String> greeting() {
        return greeting;
    }

    /** From now on only this token lets this user in. */
    void acceptTokens(String user, String token) {
        accepted = Optional.of("user=" + user + "\u0001auth=Bearer " + token + "\u0001\u0001");
    }

    /** What must be shown to get in, where a password will not do. */
    Optional<String> accepted() {
        return accepted;
    }

    /** Nobody may sign in any more. */
    void refuseSignIn() {
        signInRefused = true;
    }

    boolean isSignInRefused() {
        return signInRefused;
    }

    /** The clients that are connected. */
    int connected() {
        return clients.size();
    }

    void withoutMove() {
        canMove = false;
    }

    /** As after a restore: the same mails under another UIDVALIDITY, and everybody has to come again. */
    void rebuild(long newValidity) {
        validity = newValidity;
        hangUp();
    }

    void hangUp() {
        for (var client : clients) {
            try {
                client.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    synchronized List<Long> inbox() {
        return List.copyOf(inbox.keySet());
    }

    /** The mails that came after this one. */
    synchronized List<Long> inboxAfter(long uid) {
        return List.copyOf(inbox.tailMap(uid, false).keySet());
    }

    /** Mails of a folder besides the inbox, in the order they were moved there. */
    List<String> folder(String name) {
        return folders.getOrDefault(name, List.of());
    }

    List<String> commands() {
        return commands;
    }

    synchronized byte[] mail(long uid) {
        return inbox.get(uid);
    }

    synchronized void move(long uid, String name, boolean isCopy) {
        var mail = isCopy ? inbox.get(uid) : inbox.remove(uid);
        folders.computeIfAbsent(name, any -> new CopyOnWriteArrayList<>())
                .add(new String(mail, StandardCharsets.UTF_8));
    }

    synchronized void remove(long uid) {
        inbox.remove(uid);
    }

    boolean isRefused(long uid) {
        return refused.contains(uid);
    }

    boolean isFatal(long uid) {
        return fatal.contains(uid);
    }

    long validity() {
        return validity;
    }

    String capabilities() {
        return "IMAP4rev1 UIDPLUS" + (canMove ? " MOVE" : "") + (accepted.isPresent() ? " AUTH=XOAUTH2" : "");
    }

    private void run() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                client.setTcpNoDelay(true);
                clients.add(client);
                Thread.ofVirtual().start(() -> {
                    try (client) {
                        new ImapConversation(this, client).run();
                    } catch (IOException e) {
                        clients.remove(client);
                    }
                });
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        hangUp();
    }
}
