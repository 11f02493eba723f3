package io.carryon.gateway.act;

import io.carryon.gateway.operations.NotAcknowledged;

/** Where customers' acts go. */
@FunctionalInterface
interface ActOutlet {

    /** Returns once the broker has the act; throws {@link NotAcknowledged} when it does not take it in time. */
    void publish(CustomerAct act);
}
