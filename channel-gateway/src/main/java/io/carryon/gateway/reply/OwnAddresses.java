package io.carryon.gateway.reply;

/** Which mail addresses are ours: what is written there comes back to us. */
@FunctionalInterface
public interface OwnAddresses {

    /** Whether it is one of ours, with or without a {@code +detail}. */
    boolean isOurs(String address);
}
