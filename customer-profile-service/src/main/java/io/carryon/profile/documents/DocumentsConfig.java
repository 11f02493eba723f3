package io.carryon.profile.documents;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the documents are kept. */
@ConfigMapping(prefix = "carryon.mongodb")
public interface DocumentsConfig {

    /** Connection string of the server, replica set or cluster. */
    String uri();

    @WithDefault("carryon")
    String database();

    /** Reads that an instance has under way at once, and as many writes; at least 1. */
    @WithDefault("2")
    int requestsAtOnce();
}
