package io.carryon.profile.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.profile.documents.Documents;
import io.carryon.profile.documents.NoServer;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.identity.Handle;
import io.carryon.profile.identity.HandleKind;
import io.carryon.profile.identity.HandleStore;
import io.carryon.profile.identity.KnownHandle;
import io.carryon.profile.identity.PhoneNumbers;
import io.carryon.profile.matching.HandleUse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class CustomerRecognitionTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");

    private static final ContactHandle JANA = verified(HandleKind.MAILTO, "jana@example.com");
    private static final ContactHandle ACCOUNT = verified(HandleKind.ACCOUNT, "cust-20417");
    private static final ContactHandle SESSION = verified(HandleKind.CHAT, "session-1");

    private final Map<String, Document> stored = new HashMap<>();
    private final Shapes shapes = new Shapes();
    private final HandleStore store = new HandleStore(new FirstKeepsIt(stored), shapes);
    private final CustomerRecognition recognition =
            new CustomerRecognition(store, new HandlePeople(store, new HandleUse(new PhoneNumbers(() -> "DE"))));

    /** Documents as far as claiming a handle needs them. */
    private static final class FirstKeepsIt extends Documents {

        private final Map<String, Document> stored;

        FirstKeepsIt(Map<String, Document> stored) {
            super(null, new NoServer());
            this.stored = stored;
        }

        @Override
        public Optional<Document> createIfAbsent(String id, Map<String, Object> fields) {
            return Optional.ofNullable(stored.putIfAbsent(id, new Document(fields)));
        }
    }

    private static ContactHandle verified(HandleKind kind, String value) {
        return new ContactHandle(new Handle(kind, value, kind.prefix() + ":" + value), true, "oidc");
    }

    private static ContactHandle claimed(HandleKind kind, String value) {
        return new ContactHandle(new Handle(kind, value, kind.prefix() + ":" + value), false, null);
    }

    private CustomerRecognition.Found contact(ContactHandle... handles) {
        return contactOf(null, handles);
    }

    /** What is newly known about a handle is as it would stand there afterwards. */
    private CustomerRecognition.Found contactOf(String name, ContactHandle... handles) {
        return recognition.recognize(UUID.randomUUID(), name, List.of(handles), Map.copyOf(stored), MONDAY);
    }

    private static List<String> standing(CustomerRecognition.Found found) {
        return found.handles().stream().map(KnownHandle::id).toList();
    }

    @Test
    void aFurtherVerifiedHandleBecomesTheCustomersIfItIsFree() {
        var jana = contact(JANA, ACCOUNT);

        assertThat(standing(jana)).containsExactly("mailto:jana@example.com", "account:cust-20417");
        assertThat(contact(ACCOUNT).customerId()).isEqualTo(jana.customerId());
    }

    @Test
    void nothingIsTakenFromAnotherCustomer() {
        var owner = contact(ACCOUNT);
        var jana = contact(JANA, ACCOUNT);

        assertThat(standing(jana)).containsExactly("mailto:jana@example.com");
        assertThat(contact(ACCOUNT).customerId()).isEqualTo(owner.customerId());
    }

    @Test
    void whoClaimsAnothersNumberDoesNotPutTheirOwnAccountOnThatCustomer() {
        var number = claimed(HandleKind.TEL, "+4930120407");
        var victim = contact(number);
        var attack = contact(number, ACCOUNT);

        assertThat(standing(attack)).containsExactly("tel:+4930120407");
        assertThat(attack.changes()).isEmpty();
        assertThat(contact(ACCOUNT).customerId()).isNotEqualTo(victim.customerId());
    }

    @Test
    void anAddressClaimedBesideTheDecidingHandleIsNotTheCustomers() {
        var victim = contact(ACCOUNT);
        var attack =
                contact(claimed(HandleKind.ACCOUNT, "cust-20417"), claimed(HandleKind.MAILTO, "attacker@evil.example"));

        assertThat(attack.customerId()).isEqualTo(victim.customerId());
        assertThat(standing(attack)).containsExactly("account:cust-20417");
    }

    @Test
    void aClaimedHandleThatIsTheCustomersAlreadyStays() {
        contact(ACCOUNT, JANA);

        assertThat(standing(contact(ACCOUNT, claimed(HandleKind.MAILTO, "jana@example.com"))))
                .containsExactly("account:cust-20417", "mailto:jana@example.com");
    }

    @Test
    void aSessionIsNobodysWhereALastingHandleDecides() {
        var signedIn = contact(SESSION, ACCOUNT, JANA);

        assertThat(standing(signedIn)).containsExactly("account:cust-20417", "mailto:jana@example.com");
        assertThat(stored).doesNotContainKey("chat:session-1");
    }

    @Test
    void aSessionDecidesWhereThereIsNothingElseToGoBy() {
        var visitor = contact(SESSION, claimed(HandleKind.MAILTO, "jana@example.com"));

        assertThat(standing(visitor)).containsExactly("chat:session-1");
        assertThat(contact(SESSION).customerId()).isEqualTo(visitor.customerId());
    }

    @Test
    void theFirstProofOfAHandleIsNoted() {
        contact(claimed(HandleKind.MAILTO, "jana@example.com"));

        assertThat(contact(JANA).changes()).hasSize(1);
    }
}
