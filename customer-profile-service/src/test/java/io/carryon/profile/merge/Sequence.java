package io.carryon.profile.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.carryon.profile.history.Issue;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.merge.Model.Told;
import io.carryon.profile.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A random sequence as it goes: the world it changes, and what that should be. */
final class Sequence {

    static final int PERSONS = 5;

    final Random random;
    final World world;
    final Model model = new Model();
    final List<Runnable> sent = new ArrayList<>();
    Instant now = World.START;

    Sequence(long seed, World world) {
        this.random = new Random(seed);
        this.world = world;
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    int person() {
        return random.nextInt(PERSONS);
    }

    void step() {
        switch (random.nextInt(12)) {
            case 0, 1 -> merge(person(), person());
            case 2 -> unmerge(person());
            case 3 -> redelivery();
            case 4 -> confirm();
            case 5 -> reject();
            default -> contact();
        }
    }

    void contact() {
        var person = person();
        var known = List.copyOf(model.contacts.keySet());
        var about = known.isEmpty() || random.nextInt(3) == 0 ? null : known.get(random.nextInt(known.size()));
        var id = id();
        now = now.plus(Duration.ofMinutes(random.nextInt(60 * 24)));
        world.contact(id, address(person), now, about);
        model.contact(id, person, now, about);
        sent.add(() -> world.contact(id, address(person), model.contacts.get(id).at, about));
    }

    /** Staff say what a contact is about. */
    void confirm() {
        if (model.contacts.isEmpty()) {
            return;
        }
        var told = anyContact();
        var issue = anyContact().issue;
        now = now.plusSeconds(1);
        if (!model.isTheirs(issue, told.person)) {
            assertThatThrownBy(() -> world.confirm(id(), told.id, issue, now)).isInstanceOf(ProblemException.class);
            return;
        }
        world.confirm(id(), told.id, issue, now);
        model.confirm(told, issue);
    }

    /** Staff say that a contact is not about what it was taken for. */
    void reject() {
        if (model.contacts.isEmpty()) {
            return;
        }
        var told = anyContact();
        now = now.plusSeconds(1);
        if (told.issue.equals(Issue.idOf(told.id))) {
            assertThatThrownBy(() -> world.reject(id(), told.id, told.issue, now))
                    .isInstanceOf(ProblemException.class);
            return;
        }
        world.reject(id(), told.id, told.issue, now);
        model.reject(told);
    }

    private Told anyContact() {
        return List.copyOf(model.contacts.values()).get(random.nextInt(model.contacts.size()));
    }

    /** The broker delivers a contact once more. */
    void redelivery() {
        if (!sent.isEmpty()) {
            sent.get(random.nextInt(sent.size())).run();
        }
    }

    void merge(int person, int into) {
        if (!model.isKnown(person) || !model.isKnown(into)) {
            return;
        }
        if (model.root(person) == model.root(into)) {
            assertThatThrownBy(() -> world.merge(id(), model.customer(person), model.customer(into)))
                    .isInstanceOf(ProblemException.class);
            return;
        }
        var answer = world.merge(id(), model.customer(person), model.customer(into));
        model.merge(person, into);
        assertThat(answer.survivorId()).isEqualTo(model.customer(model.root(into)));
    }

    void unmerge(int person) {
        if (!model.isKnown(person)) {
            return;
        }
        if (!model.isMerged(person)) {
            assertThatThrownBy(() -> world.unmerge(id(), model.customer(person)))
                    .isInstanceOf(ProblemException.class);
            return;
        }
        world.unmerge(id(), model.customer(person));
        var moved = model.unmerge(person);
        assertThat(world.changes.getLast().movedContacts())
                .extracting(CustomerChanged.MovedContact::contactId, CustomerChanged.MovedContact::toIssueId)
                .containsExactlyElementsOf(
                        moved.stream().map(told -> tuple(told.id, told.issue)).toList());
    }

    void undoEverything() {
        var merged = new ArrayList<>(
                IntStream.range(0, PERSONS).filter(model::isMerged).boxed().toList());
        Collections.shuffle(merged, random);
        merged.forEach(this::unmerge);
    }

    void everybodyIsShownAsTheModelSays() {
        IntStream.range(0, PERSONS).filter(model::isKnown).forEach(person -> {
            var shown = world.shown(model.customer(person));
            var group = model.group(person);
            assertThat(shown.id()).isEqualTo(model.customer(model.root(person)));
            assertThat(shown.members())
                    .containsExactlyInAnyOrderElementsOf(
                            group.stream().map(model::customer).toList());
            assertThat(issues(shown.recentContacts()))
                    .isEqualTo(model.contacts.values().stream()
                            .filter(told -> group.contains(told.person))
                            .collect(Collectors.toMap(told -> told.id, told -> told.issue)));
        });
    }

    static String address(int person) {
        return "person" + person + "@example.com";
    }

    private static Map<UUID, UUID> issues(List<PastContact> contacts) {
        return contacts.stream().collect(Collectors.toMap(PastContact::contactId, PastContact::issueId));
    }
}
