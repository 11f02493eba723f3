package io.carryon.gateway.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConsumedContractTest {

    private static final Path EXAMPLE =
            Path.of("src/test/resources/contracts/consumed/customer-profile-service/customer.changed.v1.json");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void anErasureIsReadAndFieldsNobodyKnowsAreIgnored() throws IOException {
        var changed = json.treeToValue(example().put("unheardOf", true), CustomerChanged.class);

        assertThat(changed.isErasure()).isTrue();
        assertThat(changed.contacts()).hasSize(2);
    }

    @Test
    void noOtherChangeErasesAnything() throws IOException {
        var merged = json.treeToValue(example().put("change", "merged"), CustomerChanged.class);
        var withoutContacts = json.readValue("{\"change\":\"erased\"}", CustomerChanged.class);

        assertThat(merged.isErasure()).isFalse();
        assertThat(withoutContacts.isErasure()).isFalse();
    }

    private ObjectNode example() throws IOException {
        return (ObjectNode) json.readTree(EXAMPLE.toFile());
    }
}
