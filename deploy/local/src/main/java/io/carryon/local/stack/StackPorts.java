package io.carryon.local.stack;

/** The ports of the embedded parts, all on the loopback interface. */
public record StackPorts(int postgres, int kafka, int kafkaController, int mongodb, int smtp, int imap) {

    /** Ports that nobody listens on at this moment. */
    public static StackPorts free() {
        int[] free = FreePorts.take(6);
        return new StackPorts(free[0], free[1], free[2], free[3], free[4], free[5]);
    }
}
