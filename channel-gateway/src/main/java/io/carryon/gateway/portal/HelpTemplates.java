package io.carryon.gateway.portal;

import io.carryon.gateway.article.FoundArticle;
import io.carryon.gateway.selfservice.PortalAnswers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The pages' templates, checked when they are built. */
@CheckedTemplate(basePath = "help", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class HelpTemplates {

    private HelpTemplates() {}

    static native TemplateInstance home(Page page, List<FoundArticle> common);

    static native TemplateInstance articles(Page page, SearchPage search);

    static native TemplateInstance article(Page page, ArticlePage read);

    static native TemplateInstance status(Page page, PortalAnswers.Summary found, String typed);

    static native TemplateInstance human(Page page);

    static native TemplateInstance error(Page page, String title, String text);

    static native TemplateInstance sent(Page page, String title, String text, String reference, boolean filesLeft);

    static native TemplateInstance newRequest(
            Page page, FilledForm form, List<Map.Entry<String, String>> topics, Proposals proposals);

    static native TemplateInstance list(Page page, List<PortalAnswers.Summary> items, String next);

    static native TemplateInstance request(
            Page page,
            PortalAnswers.View view,
            String key,
            String done,
            String problem,
            String typed,
            boolean filesGone);

    static native TemplateInstance callback(
            Page page,
            FilledForm form,
            List<PortalAnswers.Slot> slots,
            String reference,
            PortalAnswers.BookedCallback booked,
            Instant chosen);

    static native TemplateInstance signIn(Page page, boolean oidc, boolean wrong);

    static native TemplateInstance signInLink(Page page, String token, boolean same, boolean wrong);

    static native TemplateInstance confirm(Page page, String token);
}
