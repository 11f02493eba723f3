package io.carryon.ticketing.outbox;

import java.util.List;

/** Takes announcements out; returns when the broker has taken all of them, in order, but those it never will. */
@FunctionalInterface
interface Announcer {

    /** An announcement that no number of tries takes out. */
    record Refused(Announcement announcement, String reason) {}

    /** Throws when the broker is away: then none, some or all are out. */
    List<Refused> announce(List<Announcement> announcements);
}
