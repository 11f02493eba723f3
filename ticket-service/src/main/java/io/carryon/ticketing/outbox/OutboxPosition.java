package io.carryon.ticketing.outbox;

/** How far the log is published: transaction id (PostgreSQL's xid8, unsigned, as text) and sequence number. */
record OutboxPosition(String xid, long seq) {}
