package io.carryon.ticketing.operations;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The names of Kafka topics, which may share a prefix. */
@ConfigMapping(prefix = "carryon.topics")
public interface Topics {

    /** What stands before every topic's name; nothing by default. */
    Optional<String> prefix();

    default String named(String event) {
        return prefix().orElse("") + event;
    }
}
