package io.carryon.bench.predict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the product would decide on one line of a benchmark. */
@FunctionalInterface
interface Prediction {

    /** @return the line of the answer, as the scorer reads it */
    ObjectNode of(JsonNode line);
}
