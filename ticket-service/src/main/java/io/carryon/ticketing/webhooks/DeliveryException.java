package io.carryon.ticketing.webhooks;

/** A receiver that could not be asked; the message says why, in a few words. */
final class DeliveryException extends Exception {

    private static final long serialVersionUID = 1L;

    DeliveryException(String message) {
        super(message);
    }
}
