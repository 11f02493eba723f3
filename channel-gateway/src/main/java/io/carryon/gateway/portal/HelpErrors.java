package io.carryon.gateway.portal;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** What a page says instead of a problem: what happened and what to do, with a way to a person. */
@ApplicationScoped
class HelpErrors {

    private static final String PAGES = "/help";

    private final HelpAnswers answers;

    HelpErrors(HelpAnswers answers) {
        this.answers = answers;
    }

    /** For whatever was answered with this status. */
    Response of(Visit visit, int status) {
        return of(visit, status, nameOf(status));
    }

    /** The name of the message for a status. */
    static String nameOf(int status) {
        return switch (status) {
            case 404, 405 -> "not_found";
            case 413, 415 -> "files";
            case 429 -> "too_many";
            case 403 -> "refused";
            case 422 -> "twice";
            case 503 -> "away";
            default -> status < 500 ? "conflict" : "failed";
        };
    }

    /** Whether what goes wrong at the path, which is normalized, is told by a page. */
    static boolean areAt(String path) {
        return path.equals(PAGES) || path.startsWith(PAGES + "/");
    }

    Response of(Visit visit, int status, String name) {
        return answers.page(visit, status, page(visit.page(), name));
    }

    /** The page with the message of that name. */
    static TemplateInstance page(Page around, String name) {
        return HelpTemplates.error(around, name, name + "_text");
    }
}
