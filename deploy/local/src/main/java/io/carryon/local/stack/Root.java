package io.carryon.local.stack;

import io.carryon.local.process.StartFailed;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is. */
final class Root {

    private Root() {}

    static boolean isCurrentUser() {
        return "root".equals(System.getProperty("user.name"));
    }

    static void requireUserNamespace() throws StartFailed {
        try {
            Process probe = new ProcessBuilder("unshare", "-U", "true").start();
            if (probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0) {
                return;
            }
        } catch (IOException e) {
            throw refused(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(e);
        }
        throw refused(null);
    }

    private static StartFailed refused(Exception cause) {
        return new StartFailed(
                "PostgreSQL does not run as root, and 'unshare -U' is not allowed on this machine."
                        + " Run as an ordinary user, or name a server by CARRYON_POSTGRES_URL.",
                cause);
    }
}
