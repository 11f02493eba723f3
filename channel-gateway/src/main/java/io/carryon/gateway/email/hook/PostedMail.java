package io.carryon.gateway.email.hook;

import io.carryon.gateway.email.Envelope;
import java.io.InputStream;

/** A mail out of a webhook: what was said of it, and its source. */
record PostedMail(Envelope envelope, InputStream source) {}
