package io.carryon.ticketing.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Looks whose the ticket is before any operation on one by its address, those to come included. */
@ApplicationScoped
public class QueueAccessFilter {

    // Whatever the operation would read as an id: an id without its leading zeros is one too.
    private static final Pattern ONE = Pattern.compile("/v1/(tickets|calls|callbacks)/([^/;]+)[^/]*(/.*)?");

    private static final Map<String, BiConsumer<VisibleQueues, UUID>> REQUIRED = Map.of(
            "tickets", VisibleQueues::requireTicket,
            "calls", VisibleQueues::requireContact,
            "callbacks", VisibleQueues::requireCallback);

    private final VisibleQueues queues;

    QueueAccessFilter(VisibleQueues queues) {
        this.queues = queues;
    }

    @ServerRequestFilter
    public void look(ContainerRequestContext request) {
        var address = ONE.matcher(request.getUriInfo().getPath());
        if (request.getSecurityContext().getUserPrincipal() != null && address.matches()) {
            try {
                REQUIRED.get(address.group(1)).accept(queues, UUID.fromString(address.group(2)));
            } catch (IllegalArgumentException e) {
                // No id: the operation says so.
            }
        }
    }
}
