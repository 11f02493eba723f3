package io.carryon.local.parts;

import java.io.IOException;

/** One embedded server, alone in its process. */
interface Part extends AutoCloseable {

    /** Answers clients when this returns. */
    void start() throws IOException;

    @Override
    void close();
}
