package io.carryon.ticketing.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Puts away a message that cannot succeed, with the reason. */
@FunctionalInterface
interface Burial {

    /** Insists until the message is put away; false when the service stops before. */
    boolean bury(ConsumerRecord<byte[], byte[]> dead, Throwable why);
}
