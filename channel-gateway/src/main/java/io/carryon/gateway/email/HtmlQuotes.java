package io.carryon.gateway.email;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Finds what mail programs themselves mark as the mail that is answered or as a signature, whatever its language. */
final class HtmlQuotes {

    /** Each holds the old mail. */
    private static final String AROUND = String.join(
            ",",
            ".gmail_quote",
            ".yahoo_quoted",
            ".protonmail_quote",
            ".tutanota_quote",
            ".zmail_extra",
            ".x_gmail_quote",
            "#mail-editor-reference-message-container",
            "div[name=quote]");

    /** Each stands before the old mail, which goes on to the end of what they are in. */
    private static final String BEFORE =
            String.join(",", "#divRplyFwdMsg", "#x_divRplyFwdMsg", "#replySplit", ".OutlookMessageHeader");

    private static final String SIGNATURE = String.join(
            ",",
            ".gmail_signature",
            ".moz-signature",
            ".protonmail_signature_block-user",
            "#Signature",
            "#AppleMailSignature",
            "#ms-outlook-mobile-signature");

    private static final int MARKS_LIMIT = 50;

    private HtmlQuotes() {}

    /** Puts old mails into blockquotes, and the usual two dashes before signatures. */
    static void mark(Document document) {
        for (var before : document.select(BEFORE).stream().limit(MARKS_LIMIT).toList()) {
            quote(before, after(before));
        }
        for (var around : document.select(AROUND).stream().limit(MARKS_LIMIT).toList()) {
            // A forwarded mail is marked as an answered one is, but it is what the sender wants read.
            if (!around.wholeText().strip().startsWith("--")) {
                quote(around, List.of());
            }
        }
        for (var signature :
                document.select(SIGNATURE).stream().limit(MARKS_LIMIT).toList()) {
            if (signature.hasText() && !signature.wholeText().strip().startsWith("--")) {
                signature.before(new Element("div").text("-- "));
            }
        }
    }

    private static List<Node> after(Element element) {
        var siblings = element.parentNode() == null
                ? List.<Node>of()
                : element.parentNode().childNodes();
        return List.copyOf(siblings.subList(Math.min(siblings.size(), element.siblingIndex() + 1), siblings.size()));
    }

    private static void quote(Element first, List<Node> others) {
        if (first.parent() == null || first.closest("blockquote") != null) {
            return;
        }
        var quote = new Element("blockquote");
        first.replaceWith(quote);
        quote.appendChild(first);
        // From the last to the first: each that goes would otherwise move all that are left.
        others.reversed().forEach(Node::remove);
        others.forEach(quote::appendChild);
    }
}
