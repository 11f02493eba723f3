package io.carryon.gateway.selfservice;

import io.carryon.gateway.door.Fingerprint;
import io.carryon.gateway.door.IdempotencyKey;
import io.carryon.gateway.door.Submissions.Submission;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Who looks at requests: a portal's server or staff, who may see any whose reference they know, or a customer's browser,
 * which sees the customer's own.
 *
 * @param session what tells the browser from others; null for a server
 * @param email proved address in lower case, or null
 * @param account proved account, or null
 * @param method how the sign-in proved them
 * @param linked contacts whose signed links the browser came by
 * @param isStaff whether it is staff, so that the customer is shown nothing by it
 */
public record Viewer(
        String session, String email, String account, String name, String method, Set<UUID> linked, boolean isStaff) {

    /** Where a browser's identity keeps its viewer. */
    public static final String ATTRIBUTE = "carryon.portal.viewer";

    /** Signed in, by account or address. */
    public static final String CUSTOMER = "customer";

    /** Came by a signed link alone. */
    public static final String GUEST = "guest";

    /** A portal's server. */
    public static final Viewer SERVER = new Viewer(null, null, null, null, null, Set.of());

    private static final Viewer STAFF = new Viewer(null, null, null, null, null, Set.of(), true);
    private static final String PORTAL = "portal";

    /** Of a browser. */
    public Viewer(String session, String email, String account, String name, String method, Set<UUID> linked) {
        this(session, email, account, name, method, linked, false);
    }

    static Viewer of(SecurityIdentity identity) {
        if (identity.getAttribute(ATTRIBUTE) instanceof Viewer viewer) {
            return viewer;
        }
        return identity.hasRole(PORTAL) ? SERVER : STAFF;
    }

    /** Whether it is signed in, and may see lists and make requests. */
    public boolean isSignedIn() {
        return email != null || account != null;
    }

    boolean isServer() {
        return session == null;
    }

    boolean maySee(PortalRequest request) {
        return isServer() || linked.contains(request.contactId()) || isRequester(request.requester());
    }

    private boolean isRequester(Requester requester) {
        var sameAddress = email != null
                && requester.email() != null
                && email.equals(requester.email().strip().toLowerCase(Locale.ROOT));
        // A claimed account is nobody's proof.
        var sameAccount = account != null && requester.signedIn() && Objects.equals(account, requester.account());
        return sameAddress || sameAccount;
    }

    /**
     * Who asks: for a server whom it names; for a signed-in browser whom it proved, and from the form name and number
     * alone; else whom the form claims.
     */
    Requester requester(Requester told) {
        if (isServer()) {
            return told;
        }
        return !isSignedIn()
                ? new Requester(told.name(), told.email(), told.phone(), null, false, null)
                : new Requester(
                        told.name() == null ? name : told.name(), email, told.phone(), account, isSignedIn(), method);
    }

    /** The submission under a key of this browser's own: no browser finds another's by its key. */
    <T> Submission<T> scoped(Submission<T> submission) {
        return isServer()
                ? submission
                : new Submission<>(
                        submission.client(),
                        new IdempotencyKey(
                                Fingerprint.of(session + "|" + submission.key().value())),
                        submission.form(),
                        submission.body());
    }
}
