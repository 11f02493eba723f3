package io.carryon.ticketing.outbox;

import java.util.List;

/** Takes announcements out; returns when all are acknowledged by the broker, in order. */
@FunctionalInterface
interface Announcer {

    void announce(List<Announcement> announcements);
}
