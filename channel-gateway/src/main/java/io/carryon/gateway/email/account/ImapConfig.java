package io.carryon.gateway.email.account;

import io.smallrye.config.ConfigMapping;

/** Where mails to the support address are read. */
@ConfigMapping(prefix = "carryon.imap")
public interface ImapConfig extends ImapAccount {}
