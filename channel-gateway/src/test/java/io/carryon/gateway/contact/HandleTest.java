package io.carryon.gateway.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandleTest {

    @Test
    void anAddressHasOneKeyHoweverItIsWritten() {
        var typed = Handle.claimed(Handle.Kind.MAILTO, "Marta@Example.com", "Marta@Example.com");
        var mailed = Handle.claimed(Handle.Kind.MAILTO, "marta@example.com", null);

        assertThat(typed.key()).isEqualTo(mailed.key()).isEqualTo("mailto:marta@example.com");
        assertThat(typed.value()).isEqualTo("Marta@Example.com");
    }

    @Test
    void anAccountsNameKeepsItsCase() {
        assertThat(Handle.claimed(Handle.Kind.ACCOUNT, "Cust-1", null).key()).isEqualTo("account:Cust-1");
    }
}
