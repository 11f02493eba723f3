package io.carryon.gateway.email.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server on a socket of its own that says to each command what a test wants, or hangs up. */
final class ScriptedSmtpServer implements AutoCloseable {

    /** In place of an answer: the connection is closed. */
    static final String HANG_UP = "";

    /** In place of an answer: nothing is said until the client is hung up on. */
    static final String SILENCE = "silence";

    private final CountDownLatch silence = new CountDownLatch(1);
    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();

    /** {@code answers} by a command's line or by its name: EHLO, AUTH, MAIL, RCPT, DATA, QUIT, and "." for the end of the mail; 250 without one. */
    ScriptedSmtpServer(Map<String, String> answers) throws IOException {
        this.answers = new ConcurrentHashMap<>(answers);
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::run);
    }

    /** From now on it refuses nothing. */
    void answerAsUsual() {
        answers.clear();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The mails whose end arrived, whatever was answered. */
    List<String> mails() {
        return mails;
    }

    /** The lines of all clients but for their mails. */
    List<String> commands() {
        return commands;
    }

    /** From now on this command is answered so. */
    void answer(String command, String next) {
        answers.put(command, next);
    }

    private void run() {
        try {
            while (true) {
                try (var client = socket.accept()) {
                    serve(client);
                } catch (SocketException e) {
                    if (socket.isClosed()) {
                        return;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        if (!say(client, "220 ready")) {
            return;
        }
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            var command = line.split(" ", 2)[0];
            var usual = switch (command) {
                case "EHLO" -> "250-test\r\n250 AUTH PLAIN";
                case "DATA" -> "354 go on";
                case "QUIT" -> "221 bye";
                default -> "250 ok";
            };
            var answer = answers.getOrDefault(line, answers.getOrDefault(command, usual));
            if (!say(client, answer)) {
                return;
            }
            if (command.equals("DATA") && answer.startsWith("354")) {
                mails.add(content(in));
                if (!say(client, answers.getOrDefault(".", "250 queued"))) {
                    return;
                }
            }
        }
    }

    private static String content(BufferedReader in) throws IOException {
        var content = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            content.append(line).append('\n');
        }
        return content.toString();
    }

    /** Ends all silence. */
    void hangUp() {
        silence.countDown();
    }

    private void untilHungUp() {
        try {
            silence.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean say(Socket client, String answer) throws IOException {
        if (answer.equals(SILENCE)) {
            untilHungUp();
        }
        if (answer.equals(HANG_UP) || answer.equals(SILENCE)) {
            return false;
        }
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
