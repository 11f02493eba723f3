package io.carryon.profile.privacy;

import io.carryon.profile.acts.Act;
import io.carryon.profile.acts.ActKind;
import io.carryon.profile.acts.ActRequests;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.identity.CustomerStore;
import io.carryon.profile.identity.HandleStore;
import io.carryon.profile.merge.CustomerChanged;
import io.carryon.profile.merge.CustomerChangedPublisher;
import io.carryon.profile.merge.CustomerMerge;
import io.carryon.profile.suggestion.ForgetLookalikes;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Erases a customer with all they are merged with: names, addresses and texts go, counts, times and ids stay. Handles
 * are freed: a contact from one meets a new customer. The other services follow by the events.
 *
 * <p>Each customer is marked as erased first, so that no text comes to them any more; each step is harmless when made
 * again. Asked for again, all of it is: what came in since goes as well, here and in the other services.
 */
@ApplicationScoped
public class CustomerErasure implements ActKind {

    /** The kind of its acts. */
    public static final String KIND = "erase";

    /** Name in the act's request of the reason. */
    public static final String REASON = "reason";

    private final Documents documents;
    private final People people;
    private final HandleStore handles;
    private final ForgetLookalikes lookalikes;
    private final TextErasure texts;
    private final ActRequests requests;
    private final CustomerChangedPublisher publisher;

    public CustomerErasure(
            Documents documents,
            People people,
            HandleStore handles,
            ForgetLookalikes lookalikes,
            TextErasure texts,
            ActRequests requests,
            CustomerChangedPublisher publisher) {
        this.documents = documents;
        this.people = people;
        this.handles = handles;
        this.lookalikes = lookalikes;
        this.texts = texts;
        this.requests = requests;
        this.publisher = publisher;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public void check(Act act) {
        people.of(act.subject());
    }

    @Override
    public ErasureAnswer carryOut(Act act) {
        var person = people.of(act.subject());
        documents.apply(person.members().stream()
                .map(member -> CustomerStore.erased(member, act.at()))
                .toList());
        var contacts = takenOut(person);
        // One that was being recognized when they were marked may have come after.
        for (var now = people.of(act.subject());
                now.contactCount() != person.contactCount();
                now = people.of(act.subject())) {
            person = now;
            contacts = takenOut(person);
        }
        CustomerChanged.erased(act, person.members(), contacts).forEach(publisher::publish);
        return new ErasureAnswer(
                person.members().getFirst(), person.members(), contacts.size(), erasedAt(act.subject()));
    }

    @Override
    public boolean isLookedAtAgain() {
        return true;
    }

    /** A contact may have read its customer before they were marked, and have been written after the last look. */
    @Override
    public void lookAgain(Act act, Map<String, Object> answer) {
        var person = people.of(act.subject());
        var contacts = takenOut(person);
        if (contacts.size() > ((Number) answer.get("contacts")).intValue()) {
            var id = UUID.nameUUIDFromBytes(("again:" + act.id()).getBytes(StandardCharsets.UTF_8));
            var again = new Act(id, act.kind(), act.subject(), act.at(), act.by(), act.request());
            CustomerChanged.erased(again, person.members(), contacts).forEach(publisher::publish);
        }
    }

    private List<UUID> takenOut(Person person) {
        var contacts = texts.history(person);
        handles.free(person.handles(), person.ids(), person.nameKeys(List.of()));
        for (var member : person.members()) {
            lookalikes.forget(member, person.names(), person.handles());
            documents.remove("memory:" + member);
        }
        requests.forget(person.merges(), CustomerMerge.REASON);
        texts.customers(person.members());
        return contacts;
    }

    private Instant erasedAt(UUID customer) {
        return people.of(customer).customers().stream()
                .filter(member -> member.id().equals(customer))
                .findFirst()
                .orElseThrow()
                .erasedAt();
    }
}
