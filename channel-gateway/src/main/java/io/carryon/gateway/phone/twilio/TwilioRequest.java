package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallerNumber;
import io.carryon.gateway.phone.line.Deadline;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A webhook whose signature was right.
 *
 * @param name the connection's name
 * @param told what Twilio says
 * @param query what stands in the address: our own words from the step before
 * @param phoneQueue where a caller goes when neither the menu nor the connection says
 * @param deadline by which the webhook is answered, whatever it takes
 */
record TwilioRequest(
        String name,
        TwilioConfig.Connection connection,
        FormWords told,
        FormWords query,
        String phoneQueue,
        Deadline deadline) {

    private static final int NUMBER_LIMIT = 64;
    private static final int NAME_LIMIT = 200;

    String callSid() {
        return told.first("CallSid").orElseThrow();
    }

    UUID contactId() {
        return Call.contactIdOf(client(), callSid());
    }

    /** The call as this request tells of it. */
    Call call(String language, String queue, Instant at) {
        var outbound = told.first("Direction").orElse("").startsWith("outbound");
        return Call.started(
                        client(),
                        callSid(),
                        word("From", NUMBER_LIMIT),
                        word("To", NUMBER_LIMIT),
                        outbound ? "out" : "in",
                        word("CallerName", NAME_LIMIT),
                        language,
                        queue,
                        at)
                .identified(new Call.Identity(
                        told.first("StirVerstat")
                                .filter("TN-Validation-Passed-A"::equals)
                                .isPresent(),
                        elsewhere()));
    }

    /** The queue the menu means, which may be null: else the connection's, else the phone channel's own. */
    String queue(String wanted) {
        return Optional.ofNullable(wanted).or(connection::queue).orElse(phoneQueue);
    }

    /** The queue that stands in the address. */
    String queue() {
        return queue(query.first("q").orElse(null));
    }

    /** The agent whose telephone makes this call. */
    Optional<Map.Entry<String, TwilioConfig.AgentLine>> agent() {
        var from = told.first("From").flatMap(CallerNumber::dialable);
        return connection.agents().entrySet().stream()
                .filter(agent -> from.isPresent()
                        && from.equals(CallerNumber.dialable(agent.getValue().number())))
                .findFirst();
    }

    private String client() {
        return "twilio:" + name;
    }

    private String word(String field, int limit) {
        return told.first(field)
                .map(value -> value.length() > limit ? value.substring(0, limit) : value)
                .orElse(null);
    }

    private Map<String, String> elsewhere() {
        var ids = new LinkedHashMap<String, String>();
        told.first("SipCallId").ifPresent(id -> ids.put("sipCallId", id));
        told.first("ParentCallSid").ifPresent(id -> ids.put("parentCallSid", id));
        return ids;
    }
}
