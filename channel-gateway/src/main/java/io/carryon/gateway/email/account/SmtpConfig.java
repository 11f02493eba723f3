package io.carryon.gateway.email.account;

import io.smallrye.config.ConfigMapping;

/** The server that takes mail out for every mailbox without one of its own. */
@ConfigMapping(prefix = "carryon.smtp")
public interface SmtpConfig extends SmtpAccount {}
