package io.carryon.profile.recognition.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.LoopbackServer;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.history.ContactLink;
import io.carryon.profile.history.ContactLink.State;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmedLinksPageTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static LoopbackServer server;

    private final Documents documents = server.documents();
    private final ConfirmedLinks links = new ConfirmedLinks(documents, new Shapes());
    private final ConfirmedLinksPage page = new ConfirmedLinksPage(links, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeAll
    static void start() {
        server = new LoopbackServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private UUID said(UUID contact, String received, int rank, int minute, State state) {
        var link = new ContactLink(
                rank,
                NOW.plusSeconds(60L * minute).toEpochMilli(),
                UUID.randomUUID(),
                state,
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(),
                List.of(),
                null,
                null);
        var past = new PastContact(contact, "phone", Instant.parse(received), null, null, UUID.randomUUID(), null);
        var record = new ContactRecord(
                contact, contact, UUID.randomUUID(), "tel:1", past, Map.of(), null, null, null, link, null, null, null);
        documents.apply(List.of(links.answered(record, List.of())));
        return contact;
    }

    private List<UUID> all(int limit) {
        var found = new ArrayList<UUID>();
        String cursor = null;
        do {
            var read = page.read(cursor, limit);
            assertThat(read.links()).hasSizeLessThanOrEqualTo(limit);
            read.links().forEach(link -> found.add(link.contactId()));
            cursor = read.next();
        } while (cursor != null);
        return found;
    }

    @Test
    void pagesGoThroughTheMonthsOldestFirstAndMissNothing() {
        var november = said(UUID.randomUUID(), "2026-11-02T08:00:00Z", 1, 1, State.AGENT_CONFIRMED);
        var june = said(UUID.randomUUID(), "2026-06-30T23:59:59Z", 0, 3, State.REJECTED);
        var later = said(UUID.randomUUID(), "2026-06-01T00:00:00Z", 0, 4, State.CUSTOMER_CONFIRMED);

        for (int limit = 1; limit <= 4; limit++) {
            assertThat(all(limit)).containsExactly(june, later, november);
        }
    }

    @Test
    void theLastWordOfStaffCountsHoweverItWasWritten() {
        var contact = said(UUID.randomUUID(), "2026-11-02T08:00:00Z", 1, 2, State.REJECTED);
        said(contact, "2026-11-02T08:00:00Z", 1, 1, State.AGENT_CONFIRMED);
        said(contact, "2026-11-02T08:00:00Z", 0, 9, State.CUSTOMER_CONFIRMED);

        assertThat(page.read(null, 10).links()).extracting(ConfirmedLink::state).containsExactly(State.REJECTED);
    }

    @Test
    void whatWasTakenBackTeachesNothing() {
        var contact = said(UUID.randomUUID(), "2026-11-02T08:00:00Z", 1, 1, State.AGENT_CONFIRMED);
        said(contact, "2026-11-02T08:00:00Z", 1, 2, State.ASKED);

        assertThat(all(10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "MjAyNi0xMQ", "MjAyNi0xM3xhfGI"})
    void aCursorThatIsNotOursIsRefused(String cursor) {
        assertThatThrownBy(() -> page.read(cursor, 10)).isInstanceOf(ProblemException.class);
    }
}
