package io.carryon.gateway.recognition;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.ContactId;
import java.time.Instant;
import java.util.UUID;

/**
 * What a customer answered, as {@code io.carryon.recognition.answered.v1}.
 *
 * @param answerId the same for the same answer repeated, another for each change of mind
 * @param same whether it is about the same as before; who was not told which issue was meant does not say which
 * @param issueId which issue the question was about, told or not; null: the first candidate
 */
public record RecognitionAnswered(
        UUID answerId, UUID contactId, boolean same, UUID issueId, Channel channel, Instant at) {

    static UUID idOf(UUID contactId, int changes, boolean same) {
        return ContactId.derive(
                "recognition-answer", contactId.toString(), Integer.toString(changes), Boolean.toString(same));
    }
}
