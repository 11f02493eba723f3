package io.carryon.gateway.portal;

import io.carryon.gateway.article.FoundArticle;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * Articles that may answer what somebody is writing.
 *
 * @param offered whether they can be looked for: without articles nothing is offered
 * @param looked whether somebody did
 */
@TemplateData
public record Proposals(boolean offered, boolean looked, List<FoundArticle> items) {}
