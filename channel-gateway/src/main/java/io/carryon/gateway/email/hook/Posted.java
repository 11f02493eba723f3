package io.carryon.gateway.email.hook;

import io.vertx.core.MultiMap;

/** A webhook's request as it came. */
record Posted(MultiMap headers, byte[] body) {

    String header(String name) {
        var value = headers.get(name);
        return value == null ? "" : value;
    }
}
