package io.carryon.profile.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceStoreTest {

    @Test
    void aMessageIdIsTheSameWithAndWithoutItsBrackets() {
        assertThat(ReferenceStore.message(" <a@b> ")).isEqualTo(ReferenceStore.message("a@b"));
    }

    @Test
    void twoLongMessageIdsThatBeginAlikeAreTwo() {
        var beginning = "a".repeat(900);

        assertThat(ReferenceStore.message("<" + beginning + "1@b>"))
                .isNotEqualTo(ReferenceStore.message("<" + beginning + "2@b>"))
                .hasSizeLessThan(600);
    }
}
