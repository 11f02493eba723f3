package io.carryon.gateway.email.imap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One client's talk with the {@link ScriptedImapServer}. */
final class ImapConversation {

    private static final Pattern PARTIAL = Pattern.compile("<(\\d+)\\.(\\d+)>");

    private final ScriptedImapServer server;
    private final BufferedReader in;
    private final OutputStream out;
    /** The mails in the order of their numbers, as this client was told of them. */
    private final List<Long> seen = new ArrayList<>();

    private final Set<Long> deleted = new HashSet<>();

    ImapConversation(ScriptedImapServer server, Socket client) throws IOException {
        this.server = server;
        this.in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        this.out = client.getOutputStream();
    }

    void run() throws IOException {
        if (server.greeting().isPresent()) {
            say(server.greeting().get());
        }
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var words = line.replace("\"", "").split(" ", 3);
            if (words.length < 2) {
                return;
            }
            var rest = words.length > 2 ? words[2] : "";
            server.commands().add(words[1] + " " + rest);
            if (!answer(words[0], words[1], rest)) {
                return;
            }
        }
    }

    /** False to hang up. */
    private boolean answer(String tag, String command, String rest) throws IOException {
        switch (command) {
            case "CAPABILITY" -> say("* CAPABILITY " + server.capabilities());
            case "LOGIN", "AUTHENTICATE" -> {
                if (server.isSignInRefused() || !isAccepted(command)) {
                    say(tag + " NO [AUTHENTICATIONFAILED] wrong password");
                    return true;
                }
            }
            case "LIST" -> say("* LIST () \"/\" " + rest.substring(rest.lastIndexOf(' ') + 1));
            case "SELECT", "EXAMINE" -> select();
            case "NOOP" -> {
                if (!server.isForgetful()) {
                    announce();
                }
            }
            case "FETCH" -> {
                if (!fetchByNumber(rest)) {
                    return false;
                }
            }
            case "UID" -> {
                return fetchByUid(tag, rest);
            }
            case "MOVE", "COPY" -> move(command, rest);
            case "STORE" -> deleted.addAll(uids(rest));
            case "EXPUNGE" -> expunge();
            default -> {}
        }
        say(tag + " OK " + command + " done");
        return !command.equals("LOGOUT");
    }

    /** As Microsoft and Google do: what is wrong with a token is said in a challenge that wants an empty answer. */
    private boolean isAccepted(String command) throws IOException {
        if (server.accepted().isEmpty()) {
            return true;
        }
        if (!command.equals("AUTHENTICATE")) {
            return false;
        }
        say("+ ");
        var shown = new String(Base64.getDecoder().decode(in.readLine()), StandardCharsets.US_ASCII);
        if (shown.equals(server.accepted().get())) {
            return true;
        }
        say("+ " + Base64.getEncoder().encodeToString("{\"status\":\"401\"}".getBytes(StandardCharsets.US_ASCII)));
        in.readLine();
        return false;
    }

    private void select() throws IOException {
        seen.clear();
        say("* OK [UIDVALIDITY " + server.validity() + "] valid");
        say("* FLAGS (\\Deleted)");
        announce();
    }

    private void announce() throws IOException {
        var last = seen.isEmpty() ? 0 : seen.getLast();
        seen.addAll(server.inboxAfter(last));
        say("* " + seen.size() + " EXISTS");
    }

    private boolean fetchByNumber(String rest) throws IOException {
        var partial = PARTIAL.matcher(rest);
        for (var uid : uids(rest)) {
            if (!partial.find()) {
                say("* %d FETCH (UID %d RFC822.SIZE %d)".formatted(number(uid), uid, server.mail(uid).length));
                continue;
            }
            if (server.isFatal(uid)) {
                return false;
            }
            var from = Math.min(Integer.parseInt(partial.group(1)), server.mail(uid).length);
            var to = Math.min(from + Integer.parseInt(partial.group(2)), server.mail(uid).length);
            body("* %d FETCH (BODY[]<%d>".formatted(number(uid), from), Arrays.copyOfRange(server.mail(uid), from, to));
        }
        return true;
    }

    private boolean fetchByUid(String tag, String rest) throws IOException {
        var wanted =
                Arrays.stream(rest.split(" ")[1].split(",")).map(Long::valueOf).toList();
        if (wanted.stream().anyMatch(server::isFatal)) {
            return false;
        }
        for (var uid : wanted) {
            if (!server.isRefused(uid)) {
                body("* %d FETCH (UID %d BODY[]".formatted(number(uid), uid), server.mail(uid));
            }
        }
        say(tag + (wanted.stream().anyMatch(server::isRefused) ? " NO [SERVERBUG] broken" : " OK done"));
        return true;
    }

    private void move(String command, String rest) throws IOException {
        for (var uid : uids(rest)) {
            server.move(uid, rest.substring(rest.lastIndexOf(' ') + 1), command.equals("COPY"));
            if (command.equals("MOVE")) {
                expunged(uid);
            }
        }
    }

    private void expunge() throws IOException {
        for (var uid : deleted) {
            server.remove(uid);
            expunged(uid);
        }
        deleted.clear();
    }

    private void expunged(long uid) throws IOException {
        say("* " + number(uid) + " EXPUNGE");
        seen.remove(number(uid) - 1);
    }

    private int number(long uid) {
        return Collections.binarySearch(seen, uid) + 1;
    }

    /** The mails of a set of numbers such as {@code 1:2,4}. */
    private List<Long> uids(String rest) {
        var found = new ArrayList<Long>();
        for (var range : rest.split(" ")[0].split(",")) {
            var ends = range.split(":");
            for (var i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
                found.add(seen.get(i - 1));
            }
        }
        return found;
    }

    private void body(String head, byte[] content) throws IOException {
        out.write((head + " {" + content.length + "}\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(content);
        say(")");
    }

    private void say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
