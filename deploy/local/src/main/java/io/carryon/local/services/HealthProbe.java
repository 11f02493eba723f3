package io.carryon.local.services;

import io.carryon.local.process.Readiness;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a service whether it is ready. */
record HealthProbe(int port) implements Readiness {

    private static final int PATIENCE_MILLIS = 2_000;

    @Override
    public boolean ready(long pid) {
        try {
            // The plain old client: a start is no moment to load the big one.
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/ready")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
