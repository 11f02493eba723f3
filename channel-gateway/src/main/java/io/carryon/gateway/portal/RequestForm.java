package io.carryon.gateway.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The form of a new request, as it is shown. */
@ApplicationScoped
class RequestForm {

    private final HelpAnswers answers;
    private final PageArticles articles;
    private final HelpConfig config;

    RequestForm(HelpAnswers answers, PageArticles articles, HelpConfig config) {
        this.answers = answers;
        this.articles = articles;
        this.config = config;
    }

    Response shown(Visit visit, int status, FilledForm form) {
        return shown(visit, status, form, articles.unasked(visit));
    }

    Response shown(Visit visit, int status, FilledForm form, Proposals proposals) {
        var topics = config.topics().entrySet().stream()
                .map(topic -> Map.entry(topic.getKey(), topic.getValue()))
                .sorted(Map.Entry.comparingByValue())
                .toList();
        var page = visit.page().withForm("request-form", "/help/requests/new");
        return answers.page(visit, status, HelpTemplates.newRequest(page, form, topics, proposals));
    }
}
