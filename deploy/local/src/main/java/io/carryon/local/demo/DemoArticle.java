package io.carryon.local.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Something customers can read to help themselves; {@code key} makes it once. */
record DemoArticle(String key, String language, String title, String body, List<String> keywords, String topic) {

    Map<String, Object> form() {
        // In one order, so that the same article is the same bytes.
        return new TreeMap<>(
                Map.of("language", language, "title", title, "body", body, "keywords", keywords, "topic", topic));
    }
}
