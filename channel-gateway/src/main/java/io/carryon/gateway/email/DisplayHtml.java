package io.carryon.gateway.email;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** HTML that staff may look at: no scripts, no forms, no remote images; links open apart and tell nobody where from. */
final class DisplayHtml {

    private static final int INPUT_LIMIT = 1_000_000;
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowCommonBlockElements()
            .allowCommonInlineFormattingElements()
            .allowElements(
                    "a", "img", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "hr", "pre", "span",
                    "center")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src", "alt", "width", "height")
            .onElements("img")
            .allowAttributes("colspan", "rowspan", "align", "valign")
            .onElements("td", "th", "tr", "table")
            .allowUrlProtocols("http", "https", "mailto", "tel", "cid")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .toFactory();
    private static final Pattern REMOTE_IMAGE = Pattern.compile("(<img[^>]*?)\\ssrc=\"(?!cid:)[^\"]*\"");

    private DisplayHtml() {}

    /** Null for null, and for what is too long to be looked at. */
    static String of(String html) {
        if (html == null || html.length() > INPUT_LIMIT) {
            return null;
        }
        return REMOTE_IMAGE.matcher(POLICY.sanitize(html)).replaceAll("$1");
    }
}
