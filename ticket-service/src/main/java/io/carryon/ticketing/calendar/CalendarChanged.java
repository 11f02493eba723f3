package io.carryon.ticketing.calendar;

/** Told to observers that a calendar has another version, in the transaction that makes it. */
public record CalendarChanged(String name) {}
