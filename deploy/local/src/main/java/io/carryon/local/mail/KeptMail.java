package io.carryon.local.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * GreenMail whose mail survives a kill: a message is in a file before SMTP answers 250, and folders, moves, flags and
 * deletions are mirrored. Any user may log in with any password; a mailbox appears with its first mail or log-in.
 */
public final class KeptMail extends GreenMail {

    private KeptMail(ServerSetup[] setups, KeptManagers kept) {
        super(setups);
        managers = kept;
        withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }

    /** Loads what the directory holds; {@link #start()} opens the ports. */
    public static KeptMail open(Path directory, ServerSetup... setups) throws IOException {
        Files.createDirectories(directory);
        KeptManagers kept = new KeptManagers(directory);
        kept.load();
        return new KeptMail(setups, kept);
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers kept) {
        Map<String, AbstractServer> services = super.createServices(setups, kept);
        for (ServerSetup setup : setups) {
            services.computeIfPresent(
                    setup.getProtocol(),
                    (protocol, server) -> server instanceof SmtpServer ? new SenderlessSmtp(setup, kept) : server);
        }
        return services;
    }

    /** Creates the user unless it is there already. */
    public void ensureUser(String address, String password) {
        if (getUserManager().getUser(address) == null) {
            setUser(address, address, password);
        }
    }
}
