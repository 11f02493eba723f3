package io.carryon.local.parts;

import com.icegreen.greenmail.util.ServerSetup;
import io.carryon.local.mail.KeptMail;
import java.io.IOException;
import java.nio.file.Path;

/** SMTP and IMAP for every address there is; what it accepted is kept on disk. */
final class MailPart implements Part {

    private final Path data;
    private final int smtpPort;
    private final int imapPort;
    private KeptMail mail;

    MailPart(Path data, int smtpPort, int imapPort) {
        this.data = data;
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
    }

    @Override
    public void start() throws IOException {
        // Bytes above 127 in a header are kept as they came, instead of being read as UTF-8, which they need not be.
        System.setProperty("mail.mime.allowutf8", "false");
        mail = KeptMail.open(data.resolve("mailboxes"), setup("smtp", smtpPort), setup("imap", imapPort));
        mail.ensureUser("support@carryon.test", "support");
        mail.start();
    }

    private static ServerSetup setup(String protocol, int port) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(20_000);
        return setup;
    }

    @Override
    public void close() {
        if (mail != null) {
            mail.stop();
        }
    }
}
