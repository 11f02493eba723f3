package io.carryon.gateway.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** What a page says instead of a problem: what happened and what to do, with a way to a person. */
@ApplicationScoped
class HelpErrors {

    private final HelpAnswers answers;

    HelpErrors(HelpAnswers answers) {
        this.answers = answers;
    }

    /** For whatever was answered with this status. */
    Response of(Visit visit, int status) {
        var name = switch (status) {
            case 404, 405 -> "not_found";
            case 413, 415 -> "files";
            case 429 -> "too_many";
            case 403 -> "refused";
            case 422 -> "twice";
            case 503 -> "away";
            default -> status < 500 ? "conflict" : "failed";
        };
        return of(visit, status, name);
    }

    Response of(Visit visit, int status, String name) {
        return answers.page(visit, status, HelpTemplates.error(visit.page(), name, name + "_text"));
    }
}
