package io.carryon.gateway.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.ContactData;
import io.carryon.gateway.contact.HeldData;
import io.carryon.gateway.privacy.Erasure;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class CustomerActsComponentTest {

    @Inject
    CustomerActs acts;

    @Inject
    ActStore store;

    @Inject
    Erasure erasure;

    @All
    List<ContactData> data;

    @Test
    void anActSentTwiceWithOneKeyIsTheSameAct() {
        var contact = UUID.randomUUID();
        var rated = CustomerAct.rated(contact, Channel.PORTAL, 4, "Quick.").withKey("k1");

        var first = acts.record(rated);
        var again =
                acts.record(CustomerAct.rated(contact, Channel.PORTAL, 1, null).withKey("k1"));
        var other = acts.record(rated.withKey("k2"));

        assertThat(again).isEqualTo(first);
        assertThat(other.actId()).isNotEqualTo(first.actId());
        assertThat(Line.awaited(
                                "customer.acted",
                                event -> event.get("actId")
                                        .asText()
                                        .equals(first.actId().toString()))
                        .at("/rating/score")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void anActOfATransactionThatFailsWasNeverDone() {
        var contact = UUID.randomUUID();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    acts.record(CustomerAct.closed(contact, Channel.PORTAL, null));
                    throw new IllegalStateException("The caller's own failure");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(held(contact)).isEmpty();
        var marker = acts.record(CustomerAct.closed(contact, Channel.PORTAL, null));
        Line.awaited(
                "customer.acted",
                event -> event.get("actId").asText().equals(marker.actId().toString()));
        assertThat(Line.allOf("customer.acted"))
                .filteredOn(event -> event.get("contactId").asText().equals(contact.toString()))
                .extracting(event -> event.get("actId").asText())
                .containsOnly(marker.actId().toString());
    }

    @Test
    void anErasedCustomersWordsAreGoneAndNothingIsPublishedOfThemAnyMore() {
        var contact = UUID.randomUUID();
        store.add(CustomerAct.handoff(contact, Channel.CHAT, "Marta wants a person"));
        store.add(CustomerAct.rated(contact, Channel.CHAT, 2, "Marta waited"));
        assertThat(held(contact)).extracting(HeldData::kind).containsExactly("customer-act", "customer-act");

        erasure.erase(Set.of(contact));
        erasure.erase(Set.of(contact));

        assertThat(held(contact)).isEmpty();
        assertThat(store.owedOf(contact)).isEmpty();
    }

    private List<HeldData> held(UUID contact) {
        return data.stream()
                .flatMap(channel -> channel.held(new UUID[] {contact}).stream())
                .toList();
    }
}
