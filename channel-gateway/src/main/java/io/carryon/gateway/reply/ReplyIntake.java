package io.carryon.gateway.reply;

import io.carryon.gateway.contact.Text;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes a request into the queue, once, and has it sent at once. */
@ApplicationScoped
class ReplyIntake {

    private static final int CORRELATION_LIMIT = 200;

    private final ReplyQueue queue;
    private final ReplyWorkers workers;

    ReplyIntake(ReplyQueue queue, ReplyWorkers workers) {
        this.queue = queue;
        this.workers = workers;
    }

    /**
     * Returns when it is durable, however long the database is away.
     *
     * @param payload what the reply was read from
     * @param correlationId may be null
     */
    void take(ReplyRequested reply, String payload, String correlationId) {
        queue.add(reply, payload, Text.cut(Text.clean(correlationId), CORRELATION_LIMIT));
        workers.wake(reply.channel());
    }
}
