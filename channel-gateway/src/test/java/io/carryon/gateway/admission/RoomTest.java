package io.carryon.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.admission.Room.Entry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomTest {

    private final List<String> admitted = new ArrayList<>();

    @Test
    void whatComesBeyondPlacesAndQueueIsRefused() {
        var room = new Room(2, 1);

        assertThat(List.of(enter(room, "a"), enter(room, "b"), enter(room, "c"), enter(room, "d")))
                .containsExactly(Entry.ADMITTED, Entry.ADMITTED, Entry.WAITING, Entry.REFUSED);
    }

    @Test
    void aPlaceGoesToWhoWaitsLongest() {
        var room = new Room(1, 2);
        enter(room, "a");
        enter(room, "b");
        enter(room, "c");

        room.leave();
        assertThat(admitted).containsExactly("b");
        room.leave();
        assertThat(admitted).containsExactly("b", "c");
        room.leave();
        assertThat(enter(room, "d")).isEqualTo(Entry.ADMITTED);
    }

    @Test
    void whoGaveUpIsNotAdmittedAndWhoWasAdmittedCannotGiveUp() {
        var room = new Room(1, 2);
        enter(room, "a");
        Runnable impatient = () -> admitted.add("b");
        room.enter(impatient);

        assertThat(room.giveUp(impatient)).isTrue();
        room.leave();
        assertThat(admitted).isEmpty();
        assertThat(room.giveUp(impatient)).isFalse();
    }

    private Entry enter(Room room, String name) {
        return room.enter(() -> admitted.add(name));
    }
}
