package io.carryon.local.testing;

import io.carryon.local.stack.Databases;
import io.carryon.local.stack.StackPorts;
import io.carryon.local.tokens.SigningKeys;
import io.carryon.local.tokens.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Hands every test JVM its own corner of the stack. */
final class Leases {

    private final StackPorts ports;
    private final Path folder;
    private final SigningKeys keys;
    private final AtomicInteger count = new AtomicInteger();

    Leases(StackPorts ports, Path folder) throws IOException {
        this.ports = ports;
        this.folder = folder;
        this.keys = SigningKeys.in(folder.resolve("keys"));
    }

    /** A new corner as lines of a properties file. */
    String next(String module) throws SQLException {
        String id = module + "-x" + count.incrementAndGet();
        String database = id.replace('-', '_');
        Databases.ensure(ports.postgres(), database);
        Map<String, String> lease = new LinkedHashMap<>();
        stores(lease, id, database);
        mail(lease, id + "@carryon.test");
        lease.put("carryon.jwt.issuer", Tokens.ISSUER);
        lease.put("carryon.jwt.audience", Tokens.AUDIENCE);
        lease.put("carryon.jwt.public-key", keys.publicKey().toUri().toString());
        lease.put("carryon.test.jwt.private-key", keys.privateKey().toString());
        lease.put("carryon.signing-secret", "a-secret-that-only-tests-know-" + id);
        lease.put(
                "carryon.archive.directory",
                folder.resolve("archive").resolve(id).toString());
        return lease.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\"))
                .collect(Collectors.joining("\n"));
    }

    private void stores(Map<String, String> lease, String id, String database) {
        lease.put("carryon.postgres.url", Databases.url(ports.postgres(), database));
        lease.put("carryon.postgres.user", Databases.USER);
        lease.put("carryon.postgres.password", "unused");
        lease.put("carryon.kafka.bootstrap", "127.0.0.1:" + ports.kafka());
        lease.put("carryon.topics.prefix", id + ".");
        lease.put("carryon.mongodb.uri", "mongodb://127.0.0.1:" + ports.mongodb());
        lease.put("carryon.mongodb.database", database);
    }

    private void mail(Map<String, String> lease, String address) {
        lease.put("carryon.smtp.host", "127.0.0.1");
        lease.put("carryon.smtp.port", Integer.toString(ports.smtp()));
        lease.put("carryon.smtp.tls", "none");
        lease.put("carryon.imap.host", "127.0.0.1");
        lease.put("carryon.imap.port", Integer.toString(ports.imap()));
        lease.put("carryon.imap.tls", "none");
        lease.put("carryon.imap.user", address);
        lease.put("carryon.imap.password", "support");
        lease.put("carryon.mail.address", address);
        lease.put("carryon.mail.name", "Carryon Support");
        lease.put("carryon.mail.reply-address-token", "true");
    }
}
