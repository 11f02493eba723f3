package io.carryon.gateway.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterHtmlTest {

    @Test
    void whatIsWrittenStaysText() {
        assertThat(LetterHtml.of("<script>alert('x')</script> & \"so\"", "en"))
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;so&quot;")
                .doesNotContain("<script");
        assertThat(LetterHtml.of("a", "x\"><b>")).doesNotContain("<b>");
    }

    @Test
    void paragraphsLinesAndQuotesStay() {
        assertThat(LetterHtml.of("Dear Ann,\n\none\ntwo\n> asked\n>> before\nend", null))
                .containsSubsequence(
                        "<p>Dear Ann,</p>",
                        "<p>one<br>\ntwo</p>",
                        "<blockquote",
                        "<p>asked</p>",
                        "<blockquote",
                        "<p>before</p>",
                        "</blockquote>\n</blockquote>",
                        "<p>end</p>");
    }

    @Test
    void theLineAboveASignatureStays() {
        assertThat(LetterHtml.of("end\n\n-- \nAnn", null)).containsSubsequence("<p>end</p>", "<p>-- <br>\nAnn</p>");
    }

    @Test
    void quotesOfQuotesEndSomewhere() {
        var html = LetterHtml.of(">".repeat(10_000) + " deep", null);

        assertThat(html.split("<blockquote", -1)).hasSize(9);
        assertThat(html.split("</blockquote", -1)).hasSize(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://example.org/a?b=1&c=2.|<a href=\"https://example.org/a?b=1&amp;c=2\">",
                "(http://example.org/x)|<a href=\"http://example.org/x\">http://example.org/x</a>)",
                "write to ann@example.org!|<a href=\"mailto:ann@example.org\">ann@example.org</a>!",
            })
    void linksCanBeFollowed(String text, String link) {
        assertThat(LetterHtml.of(text, null)).contains(link);
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1)", "data:text/html;base64,x", "ftp://example.org", "'http://\"onclick=x'"})
    void nothingElseIsALink(String text) {
        assertThat(LetterHtml.of(text, null)).doesNotContain("<a ");
    }
}
