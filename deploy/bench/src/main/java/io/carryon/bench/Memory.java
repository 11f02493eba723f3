package io.carryon.bench;

import java.io.IOException;
import java.util.Set;

/** Resident memory of the three services together and one by one. */
final class Memory {

    private static final Set<String> SERVICES = Set.of("channel-gateway", "customer-profile-service", "ticket-service");

    private Memory() {}

    static void print(RunningStack stack) throws IOException {
        var sum = 0L;
        for (var process : stack.processes().entrySet()) {
            var megabytes = RunningStack.residentMegabytes(process.getValue());
            System.out.printf("  %-26s %5d MB resident%n", process.getKey(), megabytes);
            sum += SERVICES.contains(process.getKey()) ? megabytes : 0;
        }
        System.out.printf("  %-26s %5d MB resident%n", "the three services", sum);
    }
}
