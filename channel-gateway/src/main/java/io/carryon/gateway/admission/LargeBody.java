package io.carryon.gateway.admission;

/** A door whose bodies may be larger than any form. */
public interface LargeBody {

    /** Whether requests to the path, which is normalized, are this door's. */
    boolean isAt(String path);

    /** The most bytes of a body. */
    long mostBytes();
}
