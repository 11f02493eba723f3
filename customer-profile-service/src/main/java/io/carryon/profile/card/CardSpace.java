package io.carryon.profile.card;

import io.carryon.profile.documents.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The bytes a card may still take; what does not fit whole is shortened, and what does not fit then is left out. */
final class CardSpace {

    private static final Shapes SHAPES = new Shapes();

    private int free;

    CardSpace(int bytes) {
        this.free = bytes;
    }

    int free() {
        return free;
    }

    /** Takes what has to be there. */
    void take(Record... needed) {
        for (var each : needed) {
            free -= size(each);
        }
    }

    /** The first of these that fit into {@code most} bytes of what is free. */
    <T extends Record> List<T> fit(List<T> all, int most, UnaryOperator<T> shorter) {
        var room = Math.min(most, free);
        var taken = new ArrayList<T>();
        for (var each : all) {
            var one = each;
            var bytes = size(one);
            // Leaves room for the others in their short form.
            if (bytes > Math.max(room / (all.size() - taken.size()), room / 3)) {
                one = shorter.apply(each);
                bytes = size(one);
            }
            if (bytes > room) {
                break;
            }
            room -= bytes;
            free -= bytes;
            taken.add(one);
        }
        return taken;
    }

    private static int size(Record of) {
        return of == null ? 0 : JsonSize.of(SHAPES.fields(of));
    }
}
