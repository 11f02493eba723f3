package io.carryon.gateway.chat.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.testing.OwnSchema;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every change of a ticket looks for its chats: among many, too, it must not look at each. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
class TicketRowsPlanComponentTest {

    @Test
    void theChatsOfTicketsAreFoundByTheirIndexes() {
        var sql = OwnSchema.emptied();
        sql.update("""
                insert into chat_session (session_id, contact_id, client, payload_hash, nonce, token_hash, visitor,
                    opened_at, expires_at, ticket_id, ticket_revision, ticket_queue, merged)
                select gen_random_uuid(), gen_random_uuid(), 'site:shop', 'h', 'n', number::text, '{}', now(), now(),
                    gen_random_uuid(), 1, 'support',
                    case when number % 500 = 0 then array[gen_random_uuid()] else '{}' end
                from generate_series(1, 20000) number
                """);
        sql.update("analyze chat_session");

        var plan = sql.query(
                "explain " + TicketRows.HOLD, row -> row.getString(1), (Object) some(), (Object) some(), (Object)
                        some());

        assertThat(String.join("\n", plan))
                .doesNotContain("Seq Scan")
                .contains("chat_session_contact_id_key", "chat_session_ticket", "chat_session_merged");
    }

    private static UUID[] some() {
        return new UUID[] {UUID.randomUUID(), null, UUID.randomUUID()};
    }
}
