package io.carryon.bench.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.profile.documents.Shapes;
import io.carryon.profile.history.ContactRecord;
import io.carryon.profile.history.ContactRecords;
import io.carryon.profile.identity.Customer;
import io.carryon.profile.identity.CustomerStore;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class InventedHistoriesTest {

    private final Shapes shapes = new Shapes();

    private static Map<String, Document> documents(int customers, int contacts) {
        var all = new HashMap<String, Document>();
        new InventedHistories(customers, contacts)
                .batches(
                        0,
                        customers,
                        batch -> batch.forEach(document -> assertThat(all.put(document.getString("_id"), document))
                                .isNull()));
        return all;
    }

    @Test
    void aLargerHistoryContinuesASmallerOneWordForWord() {
        var small = documents(5, 60);

        assertThat(documents(50, 600)).containsAllEntriesOf(small);
    }

    @Test
    void everyContactHasItsCardAndItsCustomerCountsIt() {
        var documents = documents(5, 60);

        for (int contact = 0; contact < 60; contact++) {
            var record =
                    shapes.read(documents.get(ContactRecords.documentId(Ids.contact(contact))), ContactRecord.class);
            assertThat(record.decided()).containsKey("card");
        }
        var customer = shapes.read(documents.get(CustomerStore.documentId(Ids.customer(4))), Customer.class);
        assertThat(customer.contactCount()).isEqualTo(12);
        assertThat(customer.recentContacts()).hasSize(12);
    }
}
