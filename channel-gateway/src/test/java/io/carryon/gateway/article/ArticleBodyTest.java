package io.carryon.gateway.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArticleBodyTest {

    @Test
    void whatRunsOrAsksIsTakenOut() {
        var body = ArticleBody.of("<p onclick=\"x()\">Open <b>it</b><script>alert(1)</script>"
                + "<img src=x onerror=alert(1)><a href=\"javascript:alert(1)\">here</a>"
                + "<form action=\"/x\"><input name=\"password\"></form><iframe src=\"//evil\"></iframe></p>");

        assertThat(body.html())
                .contains("<b>it</b>")
                .doesNotContainIgnoringCase("script")
                .doesNotContain("onclick", "onerror", "<form", "<input", "<iframe", "<img");
        assertThat(body.text()).isEqualTo("Open ithere");
    }

    @Test
    void theTextHasLinesAndTheHeadingsStandApart() {
        var body = ArticleBody.of("<h1>First</h1><p>One\n two</p><ul><li>a</li><li>b &amp; c</li></ul>");

        assertThat(body.html()).contains("<h2>First</h2>").doesNotContain("<h1>");
        assertThat(body.text().lines()).containsExactly("First", "One two", "a", "b & c");
        assertThat(body.headings()).isEqualTo("First");
    }
}
