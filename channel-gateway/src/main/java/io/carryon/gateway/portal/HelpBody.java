package io.carryon.gateway.portal;

import io.carryon.gateway.admission.LargeBody;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets forms with files in at the pages that have them. */
@ApplicationScoped
class HelpBody implements LargeBody {

    private static final String REQUESTS = "/help/requests";

    private final HelpConfig config;

    HelpBody(HelpConfig config) {
        this.config = config;
    }

    @Override
    public boolean isAt(String path) {
        return path.equals(REQUESTS) || (path.startsWith(REQUESTS + "/") && path.endsWith("/messages"));
    }

    @Override
    public long mostBytes() {
        return config.body().asLongValue();
    }
}
