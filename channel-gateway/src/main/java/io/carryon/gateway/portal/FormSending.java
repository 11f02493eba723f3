package io.carryon.gateway.portal;

import io.carryon.gateway.contact.ArchiveUnavailable;
import io.carryon.gateway.contact.ContactNotAccepted;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.storage.StorageException;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Does what a form was sent for. Nothing that was typed is lost by it: no page that is not kept can be gone back to. */
@FunctionalInterface
interface FormSending {

    /** After which the same form may be sent again: refused by the guard, or away. */
    Set<Integer> PASSING = Set.of(403, 429, 503);

    Response send() throws PageRequests.WrongFields;

    /** The answer, or the form again: with the names of the fields that are wrong, or with the status of what passes. */
    default Response or(Function<Set<String>, Response> wrong, IntFunction<Response> refused) {
        try {
            return send();
        } catch (PageRequests.WrongFields e) {
            return wrong.apply(e.fields());
        } catch (ProblemException e) {
            if (!PASSING.contains(e.status())) {
                throw e;
            }
            return refused.apply(e.status());
        } catch (StorageException e) {
            if (!e.isPassing()) {
                throw e;
            }
            return refused.apply(503);
        } catch (ContactNotAccepted | ArchiveUnavailable e) {
            return refused.apply(503);
        }
    }
}
