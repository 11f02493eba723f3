package io.carryon.gateway.email;

import java.util.Optional;

/**
 * Who we are to those who write to one of our mailboxes.
 *
 * @param connection names the mailbox in contacts, at most 64 characters; no two have the same
 * @param address what its replies come from
 * @param replyTo where answers to them are to go when that is not the address
 */
public record SupportAddress(String connection, String address, String name, Optional<String> replyTo) {}
