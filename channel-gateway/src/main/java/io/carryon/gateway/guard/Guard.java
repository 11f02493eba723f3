package io.carryon.gateway.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stands at the doors that are open to the world: lets people through and keeps bots and floods out. */
@ApplicationScoped
public class Guard {

    private final Counters counters;
    private final Proofs proofs;
    private final Refusals refusals;

    Guard(Counters counters, Proofs proofs, Refusals refusals) {
        this.counters = counters;
        this.proofs = proofs;
        this.refusals = refusals;
    }

    /** What whoever fills in a form has to solve until they send it. */
    public Challenge challenge() {
        return proofs.fresh();
    }

    /**
     * Returns when a person sends this, as far as can be told. The proof is used up then.
     *
     * @throws io.carryon.gateway.problem.ProblemException 429 for too many of this address or network; 403 for a bot, or a
     *     proof that is missing, wrong, too late, too soon or used before
     */
    public void admit(GuardedRequest request) {
        admit(request.door(), request.from());
        if (request.honeypot() != null && !request.honeypot().isEmpty()) {
            throw refusals.filledHoneypot(request.door());
        }
        proofs.take(request.door(), request.proof());
    }

    /**
     * The same with limits of the door's own, for what people do often, such as searching while they type.
     *
     * @throws io.carryon.gateway.problem.ProblemException 429 for too many of this address or network
     */
    public void admit(String door, ClientAddress from, List<Limit> perAddress, List<Limit> perNetwork) {
        counters.exceeded(door, from, perAddress, perNetwork).ifPresent(wait -> {
            throw refusals.tooMany(door, wait);
        });
    }

    /**
     * The limits alone, for what needs no form: an upload, a message of somebody who was admitted before.
     *
     * @throws io.carryon.gateway.problem.ProblemException 429 for too many of this address or network
     */
    public void admit(String door, ClientAddress from) {
        counters.exceeded(door, from).ifPresent(wait -> {
            throw refusals.tooMany(door, wait);
        });
    }
}
