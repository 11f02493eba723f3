package io.carryon.ticketing.callbacks;

/** Where a callback stands, spelled as on the wire. */
public enum CallbackState {
    /** The customer asked for it. */
    requested,
    /** The customer's call was lost before anybody answered: nobody asked, staff may call. */
    offered,
    /** The customer was called, and somebody spoke with them. */
    done,
    /** The customer was called and not reached, and nobody will try again. */
    failed,
    /** The customer, or staff for them, took it back. */
    cancelled,
    /** No longer needed: the caller reached somebody, or another callback of the ticket took its place. */
    withdrawn;

    /** Whether there is somebody to call. */
    public boolean isLive() {
        return this == requested || this == offered;
    }

    /** Whether staff may say so of a live one. */
    boolean isStaffs() {
        return this == done || this == failed || this == cancelled;
    }
}
