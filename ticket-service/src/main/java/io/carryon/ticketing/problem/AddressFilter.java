package io.carryon.ticketing.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses addresses that hold a NUL character: the database has no form for it, and nothing is named by it. */
public class AddressFilter {

    @ServerRequestFilter(preMatching = true)
    public void refuseNul(ContainerRequestContext request) {
        var address = request.getUriInfo();
        if (address.getPath().indexOf('\0') >= 0) {
            throw refused("path");
        }
        address.getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw refused(name);
            }
        });
    }

    private static ProblemException refused(String where) {
        return ProblemException.invalid(where, "must not contain NUL characters");
    }
}
