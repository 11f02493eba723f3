package io.carryon.gateway.messenger;

import io.carryon.gateway.messenger.provider.ProviderRefused;
import io.carryon.gateway.messenger.provider.ProviderSilent;

/** One message of a reply. Both methods throw {@link io.carryon.gateway.reply.NotDelivered} for what passes. */
public interface OutgoingPart {

    /** Brings to the provider what the message needs; nothing reaches the customer by it. */
    default void prepare() throws ProviderRefused {}

    /** Sends it and returns the provider's id of it. */
    String send() throws ProviderRefused, ProviderSilent;
}
