package io.carryon.ticketing.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SliceTest {

    @Test
    void theRowTooManyOnlySaysThatThereAreMore() {
        var slice = Slice.of(List.of("a", "b", "c"), 2);

        assertThat(slice).isEqualTo(new Slice<>(List.of("a", "b"), true));
        assertThat(slice.next("after "::concat)).isEqualTo("after b");
    }

    @Test
    void theLastPageHasNoCursor() {
        assertThat(Slice.of(List.of("a", "b"), 2)).isEqualTo(new Slice<>(List.of("a", "b"), false));
        assertThat(Slice.of(List.of("a", "b"), 2).next("after "::concat)).isNull();
        assertThat(Slice.of(List.<String>of(), 2).next("after "::concat)).isNull();
    }
}
