package io.carryon.gateway.email.smtpd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** Our certificate for STARTTLS, read for each handshake so that a renewed one needs no restart. */
record Tls(Path keystore, String password) {

    /** Throws IOException when file or password are not right. */
    SSLSocketFactory socketFactory() throws IOException {
        try (var file = Files.newInputStream(keystore)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(file, password.toCharArray());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificate for STARTTLS cannot be used: " + e.getMessage(), e);
        }
    }

    /** One that is known to be readable; throws UncheckedIOException otherwise. */
    static Tls checked(Path keystore, String password) {
        var tls = new Tls(keystore, password);
        try {
            tls.socketFactory();
            return tls;
        } catch (IOException e) {
            throw new UncheckedIOException("carryon.smtpd.tls-keystore cannot be read", e);
        }
    }
}
