package io.carryon.profile.documents;

/** For documents that a test keeps itself. */
public record NoServer() implements DocumentsConfig {

    @Override
    public String uri() {
        return "mongodb://nowhere.invalid";
    }

    @Override
    public String database() {
        return "none";
    }

    @Override
    public int requestsAtOnce() {
        return 1;
    }
}
