package io.carryon.gateway.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.RequestScoped;

/** Reads what a machine submits: who it is, its key for the effect it wants, and its body. */
@RequestScoped
public class Submissions {

    private final Caller caller;
    private final JsonBody json;

    public Submissions(Caller caller, JsonBody json) {
        this.caller = caller;
        this.json = json;
    }

    /**
     * One intended effect.
     *
     * @param client the machine; its keys are only its own
     * @param body the bytes as they came, for the archive
     */
    public record Submission<T>(String client, IdempotencyKey key, T form, byte[] body) {

        /** Tells whether two bodies are the same. */
        public String fingerprint() {
            return Fingerprint.of(body);
        }
    }

    /** 400 when key or body are not in order. */
    public <T> Submission<T> read(String key, byte[] body, Class<T> type) throws JsonProcessingException {
        return new Submission<>(caller.client(), IdempotencyKey.of(key), json.read(body, type), body);
    }
}
