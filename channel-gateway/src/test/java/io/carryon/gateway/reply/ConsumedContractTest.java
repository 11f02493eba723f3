package io.carryon.gateway.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.Handle;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConsumedContractTest {

    private static final Path EXAMPLE =
            Path.of("src/test/resources/contracts/consumed/ticket-service/reply.requested.v1.json");

    @Test
    void aRequestIsReadAndFieldsNobodyKnowsAreIgnored() throws IOException {
        var json = new ObjectMapper().registerModule(new JavaTimeModule());
        var example = (ObjectNode) json.readTree(EXAMPLE.toFile());
        example.put("unheardOf", true);

        var reply = json.treeToValue(example, ReplyRequested.class);

        assertThat(reply.channel()).isEqualTo(Channel.EMAIL);
        assertThat(reply.to().kind()).isEqualTo(Handle.Kind.MAILTO);
        assertThat(reply.thread().references()).containsExactly("q@example.org");
    }
}
