package io.carryon.gateway.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({"invoice,invoice,0", "invocie,invoice,1", "invoce,invoice,1", "invooice,invoice,1", "invoize,invoice,1"
    })
    void lettersMissingTooManyWrongAndSwappedAreCounted(String typed, String word, int wrong) {
        assertThat(Spelling.wrong(typed, word, 2)).isEqualTo(wrong);
    }

    @ParameterizedTest
    @CsvSource({"invoice,password", "abcd,wxyz"})
    void otherWordsAreBeyondTheMost(String typed, String word) {
        assertThat(Spelling.wrong(typed, word, 2)).isGreaterThan(2);
    }
}
