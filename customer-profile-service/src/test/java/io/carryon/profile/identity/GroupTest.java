package io.carryon.profile.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GroupTest {

    private final UUID a = UUID.randomUUID();
    private final UUID b = UUID.randomUUID();
    private final UUID c = UUID.randomUUID();
    private final UUID d = UUID.randomUUID();

    /** B with A merged into it, merged into C, into whom D was merged before. */
    private final Group all = merged(merged(Group.alone(d), Group.alone(c)), merged(Group.alone(a), Group.alone(b)));

    private static Group merged(Group absorbed, Group into) {
        var merge = new Merge(absorbed.survivor(), into.survivor(), UUID.randomUUID(), Instant.EPOCH, "Amy");
        return into.with(absorbed, merge, 1);
    }

    private Group nested() {
        return merged(merged(Group.alone(a), Group.alone(b)), merged(Group.alone(d), Group.alone(c)));
    }

    @Test
    void theSurvivorComesFirst() {
        assertThat(nested().members()).startsWith(c).containsExactlyInAnyOrder(a, b, c, d);
        assertThat(all.members()).startsWith(b);
    }

    @Test
    void oneWhoWasMergedFirstIsFreedAlone() {
        var split = nested().without(a, 2);

        assertThat(split.freed()).isEqualTo(new Group(2, a, List.of(a), List.of()));
        assertThat(split.remaining().members()).containsExactlyInAnyOrder(b, c, d);
    }

    @Test
    void oneWhoHadAbsorbedOthersIsFreedWithThem() {
        var split = nested().without(b, 2);

        assertThat(split.freed().members()).containsExactly(b, a);
        assertThat(split.freed().merges()).extracting(Merge::absorbed).containsExactly(a);
        assertThat(split.remaining().members()).containsExactly(c, d);
        assertThat(split.remaining().merges()).extracting(Merge::absorbed).containsExactly(d);
    }

    @Test
    void whoeverIsSetFreeCanBeMergedAndFreedAgain() {
        var split = nested().without(b, 2);
        var again = merged(split.freed(), split.remaining());

        assertThat(again.without(b, 3).freed().members()).containsExactly(b, a);
        assertThat(again.without(a, 3).freed().members()).containsExactly(a);
    }
}
