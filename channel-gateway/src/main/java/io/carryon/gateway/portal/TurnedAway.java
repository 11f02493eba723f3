package io.carryon.gateway.portal;

import io.carryon.gateway.admission.RefusalPage;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The page for a browser that is not let in, because too much is at work or what it sends is too large: the way to a
 * person is on it too. Each is made once for a language.
 */
@ApplicationScoped
class TurnedAway implements RefusalPage {

    private final HelpWords words;
    private final HelpAnswers answers;
    private final Surroundings around;
    private final Map<Told, Buffer> pages = new ConcurrentHashMap<>();

    private record Told(String language, int status) {}

    TurnedAway(HelpWords words, HelpAnswers answers, Surroundings around) {
        this.words = words;
        this.answers = answers;
        this.around = around;
    }

    @Override
    public boolean isAt(String path) {
        return HelpErrors.areAt(path);
    }

    @Override
    public void tell(HttpServerRequest request, int status) {
        var language = words.keptBy(request);
        var response = request.response();
        answers.guards().forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_TYPE, HelpAnswers.HTML)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language)
                .end(pages.computeIfAbsent(new Told(language, status), this::made));
    }

    private Buffer made(Told told) {
        return Buffer.buffer(HelpErrors.page(around.page(told.language()), HelpErrors.nameOf(told.status()))
                .setLocale(told.language())
                .render());
    }
}
