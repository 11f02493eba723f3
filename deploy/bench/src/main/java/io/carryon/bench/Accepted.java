package io.carryon.bench;

/**
 * One contact that the stack acknowledged.
 *
 * @param contactId the id the portal was told; null for a mail, which is found by its subject
 * @param subject unique in all runs
 * @param atNanos when the acknowledgement arrived, on {@link System#nanoTime()}
 */
record Accepted(String contactId, String subject, long atNanos) {}
