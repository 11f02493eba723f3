package io.carryon.ticketing.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;

/** What differs between two states: of each the fields that the other has not, or has otherwise. */
record Difference(JsonNode before, JsonNode after) {

    /** Either may be null: then the other is told whole. */
    static Difference of(JsonNode before, JsonNode after) {
        if (!(before instanceof ObjectNode former) || !(after instanceof ObjectNode latter)) {
            return new Difference(before, after);
        }
        var was = JsonNodeFactory.instance.objectNode();
        var is = JsonNodeFactory.instance.objectNode();
        var names = new LinkedHashSet<String>();
        former.fieldNames().forEachRemaining(names::add);
        latter.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            if (!former.path(name).equals(latter.path(name))) {
                // What is not there is left out; a null would say that it is there and empty.
                if (former.has(name)) {
                    was.set(name, former.get(name));
                }
                if (latter.has(name)) {
                    is.set(name, latter.get(name));
                }
            }
        }
        return new Difference(was, is);
    }
}
