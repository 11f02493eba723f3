package io.carryon.ticketing.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.problem.ProblemException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Requests that create are done once a key: the second time the first answer is given again. Keys live 24 hours. */
@ApplicationScoped
public class IdempotencyKeys {

    /** Name of the request header. */
    public static final String HEADER = "Idempotency-Key";

    private static final Duration LIFE = Duration.ofHours(24);
    private static final Pattern ACCEPTABLE = Pattern.compile("\"?([\\x21\\x23-\\x7e]{1,128})\"?");

    private static final String FORGET = """
            delete from ticketing.idempotency_key where (subject, path, key) in (
                select subject, path, key from ticketing.idempotency_key where created_at < ?1
                order by created_at limit ?2 for update skip locked)""";

    // Rare, and over what is kept for a day: no index is worth its writes.
    private static final String ERASE = """
            update ticketing.idempotency_key set answer = null
            where answer is not null and path like '/v1/tickets/%' and split_part(path, '/', 4) = any(?1)""";

    /** Whose request to what: keys of different callers and paths never meet. */
    public record Scope(String subject, String path, String key) {}

    private final EntityManager database;
    private final ObjectMapper json;
    private final Sweep sweep;
    private final Clock clock;

    public IdempotencyKeys(EntityManager database, ObjectMapper json, Sweep sweep, Clock clock) {
        this.database = database;
        // An answer of a version with more fields, kept over a change of versions, is still an answer.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.sweep = sweep;
        this.clock = clock;
    }

    /** The scope of a request; the key may be quoted, as the draft has it, or not. 400 when it is missing. */
    public static Scope scope(String subject, String path, String header) {
        var matcher = ACCEPTABLE.matcher(header == null ? "" : header.strip());
        if (!matcher.matches()) {
            throw ProblemException.of(
                    400,
                    "idempotency-key",
                    "An Idempotency-Key is needed",
                    "Send the header Idempotency-Key with 1 to 128 visible characters, new for each thing to create.");
        }
        return new Scope(subject, path, matcher.group(1));
    }

    /** Forgets what was answered to requests on tickets, in the caller's transaction; that they were carried out stays. */
    public void erase(Collection<UUID> ticketIds) {
        if (!ticketIds.isEmpty()) {
            database.createNativeQuery(ERASE)
                    .setParameter(1, ticketIds.stream().map(UUID::toString).toArray(String[]::new))
                    .executeUpdate();
        }
    }

    /**
     * The answer to the request, made now or the first time; needs a transaction, which the effect shares. 409 when the
     * answer was erased since.
     */
    public <T> T once(Scope scope, Object payload, Class<T> type, Supplier<T> effect) {
        var hash = sha256(written(payload));
        if (claim(scope, hash)) {
            var answer = effect.get();
            store(scope, written(answer));
            return answer;
        }
        var found = (Object[]) database.createNativeQuery(
                        "select payload_hash, answer from ticketing.idempotency_key where subject = ?1 and path = ?2 and key = ?3")
                .setParameter(1, scope.subject())
                .setParameter(2, scope.path())
                .setParameter(3, scope.key())
                .getSingleResult();
        if (!hash.equals(found[0])) {
            throw ProblemException.of(
                    422,
                    "idempotency-key-reused",
                    "The Idempotency-Key was used for another request",
                    "Send a new key for a new request, or the first request unchanged.");
        }
        if (found[1] == null) {
            throw ProblemException.conflict(
                    "answer-erased",
                    "The request was carried out, and its answer was erased with the customer: look at the ticket.");
        }
        return read((String) found[1], type);
    }

    @Scheduled(every = "1h", delayed = "10m")
    void forgetTheOld() {
        sweep.repeat(FORGET, clock.instant().minus(LIFE));
    }

    /** Waits for a request that holds the same key just now. */
    private boolean claim(Scope scope, String hash) {
        return database.createNativeQuery("""
                                insert into ticketing.idempotency_key (subject, path, key, payload_hash, created_at)
                                values (?1, ?2, ?3, ?4, ?5)
                                on conflict (subject, path, key) do update
                                set payload_hash = excluded.payload_hash, answer = null, created_at = excluded.created_at
                                where idempotency_key.created_at < ?6""")
                        .setParameter(1, scope.subject())
                        .setParameter(2, scope.path())
                        .setParameter(3, scope.key())
                        .setParameter(4, hash)
                        .setParameter(5, clock.instant())
                        .setParameter(6, clock.instant().minus(LIFE))
                        .executeUpdate()
                == 1;
    }

    private void store(Scope scope, String answer) {
        database.createNativeQuery(
                        "update ticketing.idempotency_key set answer = ?4 where subject = ?1 and path = ?2 and key = ?3")
                .setParameter(1, scope.subject())
                .setParameter(2, scope.path())
                .setParameter(3, scope.key())
                .setParameter(4, answer)
                .executeUpdate();
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }

    private <T> T read(String answer, Class<T> type) {
        try {
            return json.readValue(answer, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored answer cannot be read", e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
