package io.carryon.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayHtmlTest {

    @Test
    void aPictureOfTheMailIsReferredToByItsContentIdAsTheAttachmentHasIt() {
        var shown = DisplayHtml.of("<p>See <img src='CID:one%40example.org' alt='a plan' width=10></p>");

        var picture = Jsoup.parse(shown).selectFirst("img");
        assertThat(picture.attr("src")).isEqualTo("cid:one@example.org");
        assertThat(picture.attr("alt")).isEqualTo("a plan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='https://spy.example/x.gif'>",
                "<img src='//spy.example/x.gif'>",
                "<img src='https://spy.example/x.gif' alt='> src=\"cid:x\"'>",
                "<img srcset='https://spy.example/x.gif 2x'>",
                "<img src='data:text/html,spy.example'>",
                "<div style='background:url(https://spy.example/x)'>",
                "<table background='https://spy.example/x'><tr><td background='https://spy.example/x'>",
                "<link rel=stylesheet href='https://spy.example/x.css'>",
                "<style>@import url(https://spy.example/x.css)</style>",
                "<iframe src='https://spy.example'></iframe>",
                "<video poster='https://spy.example/x' src='https://spy.example/y'></video>",
                "<meta http-equiv=refresh content='0;url=https://spy.example'>",
                "<base href='https://spy.example/'>",
                "<svg><image href='https://spy.example/x'/></svg>",
                "<object data='https://spy.example/x'></object>",
                "<form action='https://spy.example'><input name=a></form>",
                "<a href='javascript:fetch(\"https://spy.example\")'>x</a>",
                "<script src='https://spy.example/x.js'></script>",
            })
    void nothingIsFetchedFromElsewhereWhenItIsShown(String html) {
        assertThat(DisplayHtml.of("<p>Hello</p>" + html)).contains("Hello").doesNotContain("spy.example");
    }

    @Test
    void aLinkStaysAndTellsNobodyWhereFrom() {
        assertThat(DisplayHtml.of("<a href='https://shop.example/1' onclick='x()'>the order</a>"))
                .isEqualTo("<a href=\"https://shop.example/1\" rel=\"noopener noreferrer nofollow\">the order</a>");
    }
}
