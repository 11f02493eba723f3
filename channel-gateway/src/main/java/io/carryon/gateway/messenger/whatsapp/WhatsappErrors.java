package io.carryon.gateway.messenger.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.gateway.messenger.provider.ProviderAnswer;
import io.carryon.gateway.messenger.provider.ProviderRefused;
import io.carryon.gateway.reply.NotDelivered;
import java.util.Set;

/** What the Graph API says is wrong: some of it passes, the rest is told to staff. */
final class WhatsappErrors {

    /** Too many calls, too many messages, too many to one customer; temporarily blocked or unavailable. */
    private static final Set<Integer> PASSING = Set.of(1, 2, 4, 80007, 130429, 131016, 131048, 131056, 131057, 133004);

    /** The customer has not written for longer than WhatsApp's window. */
    private static final int OUT_OF_WINDOW = 131047;

    /** The token is over or was taken back; an operator gives another. */
    private static final int TOKEN = 190;

    private WhatsappErrors() {}

    /** Throws unless the answer is good. */
    static void check(ProviderAnswer answer) throws ProviderRefused {
        if (answer.isGood()) {
            return;
        }
        var error = answer.body().path("error");
        var code = error.path("code").asInt();
        if (answer.status() == 401 || code == TOKEN) {
            throw new NotDelivered("WhatsApp does not accept our access token", null);
        }
        if (answer.status() == 429 || answer.status() >= 500 || PASSING.contains(code)) {
            throw new NotDelivered("WhatsApp does not take it now (%d, %d)".formatted(answer.status(), code), null);
        }
        throw new ProviderRefused(reason(error));
    }

    /** A sentence for staff. */
    static String reason(JsonNode error) {
        var code = error.path("code").asInt();
        if (code == OUT_OF_WINDOW) {
            return outOfWindow();
        }
        var details = error.at("/error_data/details").asText("");
        var title = error.path("title").asText(error.path("message").asText("no reason given"));
        return "WhatsApp refused it: %s (%d)".formatted(details.isBlank() ? title : details, code);
    }

    static String outOfWindow() {
        return "WhatsApp takes a reply only within 24 hours after the customer wrote, and those are over. They have to"
                + " write first; answer by another channel until then.";
    }
}
