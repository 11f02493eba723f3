package io.carryon.gateway.widget;

import io.carryon.gateway.door.HumanConfig;
import io.carryon.gateway.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page in the widget's frame. It knows the phone number, so that it can say it when nothing else works. */
@ApplicationScoped
class WidgetPage {

    /** Written from right to left; there are no words in them yet, but the page follows the site's direction. */
    private static final List<String> RIGHT_TO_LEFT = List.of("ar", "fa", "he", "ur");

    private final WidgetFiles files;
    private final HumanConfig human;
    private final String template = new String(WidgetFiles.resource("frame.html"), StandardCharsets.UTF_8);

    WidgetPage(WidgetFiles files, HumanConfig human) {
        this.files = files;
        this.human = human;
    }

    /**
     * The page.
     *
     * @param parent the origin of the page around it, one of the site's, or nothing
     * @param wanted language tags in the order of the visitor's liking
     */
    String of(Site site, String parent, List<String> wanted, String direction) {
        var language = language(site, wanted);
        return template.replace("{lang}", language)
                .replace("{dir}", isRightToLeft(wanted, direction) ? "rtl" : "ltr")
                .replace("{title}", escaped(site.title()))
                .replace("{key}", escaped(site.key()))
                .replace("{color}", site.color())
                .replace("{parent}", escaped(parent))
                .replace("{phone}", escaped(human.phone().orElse("")))
                .replace("{email}", escaped(human.email().orElse("")))
                .replace("{version}", files.version())
                .replace(
                        "{modules}",
                        files.modules().stream()
                                .map(name -> "<link rel=\"modulepreload\" href=\"/widget/%s/%s\">"
                                        .formatted(files.version(), name))
                                .collect(Collectors.joining("\n")));
    }

    /** What the page may do: nothing but talk to us, and stand in the site's pages alone. */
    String policy(Site site) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self';"
                + " base-uri 'none'; form-action 'none'; frame-ancestors " + String.join(" ", site.origins());
    }

    private static String language(Site site, List<String> wanted) {
        return wanted.stream()
                .map(WidgetPage::primary)
                .filter(site.languages()::contains)
                .findFirst()
                .orElse(site.languages().getFirst());
    }

    private static boolean isRightToLeft(List<String> wanted, String direction) {
        return "rtl".equals(direction)
                || (direction == null && !wanted.isEmpty() && RIGHT_TO_LEFT.contains(primary(wanted.getFirst())));
    }

    private static String primary(String tag) {
        return tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
