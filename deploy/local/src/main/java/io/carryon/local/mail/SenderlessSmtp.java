package io.carryon.local.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.MailCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.util.regex.Pattern;

/**
 * Takes mail without a sender, too: notices that nothing may come back to. GreenMail answers {@code MAIL FROM:<>} with 250,
 * and then refuses every recipient.
 */
final class SenderlessSmtp extends SmtpServer {

    private static final Pattern NO_SENDER = Pattern.compile("MAIL FROM:\\s?<>.*", Pattern.CASE_INSENSITIVE);

    SenderlessSmtp(ServerSetup setup, Managers managers) {
        super(setup, managers);
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket socket) {
        return new SmtpHandler(new Commands(), managers.getSmtpManager(), socket);
    }

    private static final class Commands extends SmtpCommandRegistry {

        private final SmtpCommand mail = new Mail();

        @Override
        public SmtpCommand getCommand(String name) {
            var command = super.getCommand(name);
            return command instanceof MailCommand ? mail : command;
        }
    }

    private static final class Mail extends MailCommand {

        @Override
        public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line) {
            super.execute(connection, state, manager, line);
            if (NO_SENDER.matcher(line).matches()) {
                state.getMessage().setReturnPath(new MailAddress(""));
            }
        }
    }
}
