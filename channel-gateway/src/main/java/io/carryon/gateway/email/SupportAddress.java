package io.carryon.gateway.email;

import java.util.Optional;

/**
 * Who we are to those who write to one of our mailboxes.
 *
 * @param connection names the mailbox in contacts, at most 64 characters; no two have the same
 * @param address what its replies come from
 * @param replyTo where answers to them are to go when that is not the address
 * @param takesDetails whether mail to it with a detail behind a plus comes to it as well (RFC 5233)
 */
public record SupportAddress(
        String connection, String address, String name, Optional<String> replyTo, boolean takesDetails) {}
