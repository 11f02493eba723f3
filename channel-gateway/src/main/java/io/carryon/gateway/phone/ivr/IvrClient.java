package io.carryon.gateway.phone.ivr;

import io.carryon.gateway.door.Caller;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The IVR that calls, whose name scopes its call ids. */
@ApplicationScoped
class IvrClient {

    /** Names of connections to telephone systems of other kinds begin so. */
    private static final Set<String> OTHERS = Set.of("cti:", "twilio:");

    private final Caller caller;

    IvrClient(Caller caller) {
        this.caller = caller;
    }

    /** The token's subject; 403 for one under which the calls of another connection are known. */
    String name() {
        var name = caller.client();
        if (OTHERS.stream().anyMatch(name::startsWith)) {
            throw ProblemException.of(
                    403,
                    "reserved-subject",
                    "The token's subject is the name of another connection",
                    "Take a token whose subject does not begin with cti: or twilio:.");
        }
        return name;
    }
}
