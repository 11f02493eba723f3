package io.carryon.gateway.email;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * HTML that staff may look at: no scripts, no forms, no pictures but the mail's own, which are referred to as {@code cid:}
 * and the content id of an attachment; links open apart and tell nobody where from.
 */
final class DisplayHtml {

    private static final int INPUT_LIMIT = 1_000_000;
    private static final String CID = "cid:";
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowCommonBlockElements()
            .allowCommonInlineFormattingElements()
            .allowElements(
                    "a", "img", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "hr", "pre", "span",
                    "center")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src")
            .matching((element, attribute, value) -> ownFile(value))
            .onElements("img")
            .allowAttributes("alt", "width", "height")
            .onElements("img")
            .allowAttributes("colspan", "rowspan", "align", "valign")
            .onElements("td", "th", "tr", "table")
            .allowUrlProtocols("http", "https", "mailto", "tel", "cid")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .toFactory();

    private DisplayHtml() {}

    /** Null for null, and for what is too long to be looked at. */
    static String of(String html) {
        if (html == null || html.length() > INPUT_LIMIT) {
            return null;
        }
        return POLICY.sanitize(html);
    }

    /** A picture of the mail itself, by the content id that its attachment has; null, which takes the rest off. */
    private static String ownFile(String address) {
        return address.regionMatches(true, 0, CID, 0, CID.length())
                ? CID + ContentIds.unescaped(address.substring(CID.length()))
                : null;
    }
}
