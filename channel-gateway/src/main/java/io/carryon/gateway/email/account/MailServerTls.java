package io.carryon.gateway.email.account;

import java.util.Properties;

/** How the way to a mail server is protected. Being an enum, a misspelled word stops the start instead of the protection. */
public enum MailServerTls {
    /** Not at all: only for a server on the same machine. */
    NONE,
    /** The connection begins in the clear; without the server's consent to encrypt it is given up. */
    STARTTLS,
    /** Encrypted from the first byte. */
    TLS;

    /** The mail library's properties for this protocol, such as {@code smtp}; the server's name is always checked. */
    public Properties properties(String protocol) {
        var prefix = "mail." + protocol + ".";
        var properties = new Properties();
        properties.put(prefix + "ssl.enable", String.valueOf(this == TLS));
        properties.put(prefix + "starttls.enable", String.valueOf(this == STARTTLS));
        properties.put(prefix + "starttls.required", String.valueOf(this == STARTTLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }
}
