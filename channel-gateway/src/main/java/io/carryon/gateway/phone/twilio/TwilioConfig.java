package io.carryon.gateway.phone.twilio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Twilio accounts whose calls are taken here, by a name of ours that stands in the addresses they call. */
@ConfigMapping(prefix = "carryon.twilio")
public interface TwilioConfig {

    /** By name: lower case letters, digits and hyphens. */
    Map<String, Connection> connections();

    /** One account, with one public address. */
    interface Connection {

        /** The account's SID; calls of another are refused. */
        String accountSid();

        /** What requests are signed with; while tokens are changed, the old and the new one. */
        Optional<List<String>> authTokens();

        /** The same from a file, one to a line, read again when it is replaced. */
        Optional<Path> authTokenFile();

        /** How Twilio reaches this gateway: scheme, host, port and path before {@code /v1/voice/twilio}. */
        URI publicUrl();

        /** The menu a caller hears. */
        @WithDefault("default")
        String menu();

        /** Where a caller goes when neither menu nor ticket says; otherwise the phone channel's own. */
        Optional<String> queue();

        /** Language spoken to a caller of whom none is known; otherwise the phone channel's own. */
        Optional<String> language();

        /** Played to those who wait, an address that Twilio can fetch; silence without one. */
        Optional<URI> holdMusic();

        /** Whether callers are asked for their consent to a recording of the call; without it nothing is recorded. */
        @WithDefault("false")
        boolean recordWithConsent();

        /** Whether Twilio is asked for transcripts of voicemails in English, the only language it knows. */
        @WithDefault("true")
        boolean transcribe();

        /** How long a voicemail may be, in seconds. */
        @WithDefault("120")
        int voicemailSec();

        /** Telephones of agents that may take callers from a queue, by a name of ours. */
        Map<String, AgentLine> agents();
    }

    /** An agent's telephone. */
    interface AgentLine {

        /** The number it calls from. */
        String number();

        /** 6 to 12 digits to key in before callers are put through; without them its number is all that is asked. */
        Optional<String> pin();

        /** The ticket-service's name of the person; otherwise the line's own name. */
        Optional<String> id();

        /** The telephone's number as the ticket-service knows it. */
        Optional<String> extension();
    }
}
