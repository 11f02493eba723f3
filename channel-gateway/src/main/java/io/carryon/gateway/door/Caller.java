package io.carryon.gateway.door;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** The machine that calls: a portal's server, an IVR. Its name scopes idempotency keys and call ids. */
@RequestScoped
public class Caller {

    private static final int NAME_LIMIT = 64;

    private final SecurityIdentity identity;

    public Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The token's principal, cut to 64 characters. */
    public String client() {
        var name = identity.getPrincipal().getName();
        if (name == null || name.isBlank()) {
            return "unnamed";
        }
        return name.length() > NAME_LIMIT ? name.substring(0, NAME_LIMIT) : name;
    }
}
