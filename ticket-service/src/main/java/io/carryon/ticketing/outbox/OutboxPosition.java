package io.carryon.ticketing.outbox;

/**
 * How far the log is published: the epoch (one for each server the log has lived on), the transaction id (PostgreSQL's
 * xid8, unsigned, as text) and the sequence number.
 */
record OutboxPosition(int epoch, String xid, long seq) {}
