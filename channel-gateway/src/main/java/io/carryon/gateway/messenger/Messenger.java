package io.carryon.gateway.messenger;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.messenger.media.Media;
import io.carryon.gateway.messenger.media.MediaGone;
import io.carryon.gateway.messenger.media.MediaReference;
import io.carryon.gateway.messenger.provider.ProviderRefused;
import io.carryon.gateway.reply.NotDelivered;
import io.carryon.gateway.reply.ReplyRequested;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** One provider's part of the work: everything else about messengers is done once, around it. */
public interface Messenger {

    Channel channel();

    /** What an update of ours says. What is not known is told as such and lost on nobody. */
    Reading read(Update update);

    /**
     * Opens a file that a message named; the caller closes it.
     *
     * @throws MediaGone when it will never be had
     * @throws IOException when the provider does not give it now
     */
    Media open(String connection, MediaReference reference) throws IOException, MediaGone;

    /**
     * The messages a reply becomes, in their order.
     *
     * @throws ProviderRefused saying to staff why it cannot go out
     */
    List<OutgoingPart> parts(Conversation conversation, ReplyRequested reply, Instant now) throws ProviderRefused;

    /**
     * Says something of our own accord, such as where to write instead; does nothing when the provider refuses it.
     *
     * @throws NotDelivered when trying again later may help
     */
    void say(String connection, String address, String text);
}
