package io.carryon.local.stack;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** A mail client that sends bytes as they are, which a mail library would not. */
record Mailbox(int smtpPort, int imapPort, String address) {

    void deliver(byte[] message) throws IOException {
        deliver("ana@example.com", message);
    }

    void deliver(String sender, byte[] message) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", smtpPort)) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            expect(in, "220");
            say(out, in, "HELO client.test", "250");
            say(out, in, "MAIL FROM:<" + sender + ">", "250");
            say(out, in, "RCPT TO:<" + address + ">", "250");
            say(out, in, "DATA", "354");
            String text = new String(message, StandardCharsets.ISO_8859_1).replaceAll("(?m)^\\.", "..");
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            say(out, in, "\r\n.", "250");
        }
    }

    void moveAll(String from, String to) throws Exception {
        try (Store store = connect()) {
            if (!store.getFolder(to).exists() && !store.getFolder(to).create(Folder.HOLDS_MESSAGES)) {
                throw new IOException("no folder " + to);
            }
            Folder folder = store.getFolder(from);
            folder.open(Folder.READ_WRITE);
            ((IMAPFolder) folder).moveMessages(folder.getMessages(), store.getFolder(to));
            folder.close();
        }
    }

    /** The messages of a folder, one character a byte. */
    List<String> messages(String name) throws Exception {
        try (Store store = connect()) {
            Folder folder = store.getFolder(name);
            folder.open(Folder.READ_ONLY);
            List<String> messages = new ArrayList<>();
            for (Message message : folder.getMessages()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                message.writeTo(bytes);
                messages.add(bytes.toString(StandardCharsets.ISO_8859_1));
            }
            folder.close();
            return messages;
        }
    }

    private Store connect() throws Exception {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", imapPort, address, "support");
        return store;
    }

    private static void say(OutputStream out, InputStream in, String line, String answer) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        expect(in, answer);
    }

    private static void expect(InputStream in, String answer) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            line.append((char) next);
        }
        if (!line.toString().startsWith(answer)) {
            throw new IOException("expected " + answer + ", got " + line);
        }
    }
}
