package io.carryon.gateway.portal;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.Portal;
import io.quarkus.arc.Arc;
import java.util.UUID;

/** Customers who have made a request on the pages. */
final class Requesters {

    private Requesters() {}

    /** An address that nobody used before. */
    static String someone() {
        return "someone-" + Portal.key() + "@example.com";
    }

    /** Returns the reference of a new request that this browser opened by its mailed link. */
    static String opened(HelpBrowser reader) {
        var address = someone();
        var reference = new HelpBrowser().submit(address, "The invoice is wrong", "You charged twice.");
        var mails = Arc.container().instance(LinkBox.class).get();
        reader.get(mails.lastTo(address).path()).then().statusCode(303);
        return reference;
    }

    static UUID contactOf(String reference) {
        return Arc.container()
                .instance(Sql.class)
                .get()
                .first(
                        "select contact_id from portal_request where reference = ?",
                        row -> row.getObject(1, UUID.class),
                        reference)
                .orElseThrow();
    }
}
