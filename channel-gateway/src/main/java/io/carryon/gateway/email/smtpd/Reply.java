package io.carryon.gateway.email.smtpd;

import java.util.List;

/** A reply of one or more lines; {@code status} is the enhanced status code (RFC 3463), or empty. */
record Reply(int code, String status, List<String> lines) {

    static Reply of(int code, String status, String line) {
        return new Reply(code, status, List.of(line));
    }

    boolean isRefusal() {
        return code >= 500;
    }

    boolean isDeferral() {
        return code >= 400 && code < 500;
    }

    String text() {
        var text = new StringBuilder();
        for (var i = 0; i < lines.size(); i++) {
            text.append(code)
                    .append(i < lines.size() - 1 ? '-' : ' ')
                    .append(status.isEmpty() ? "" : status + " ")
                    .append(lines.get(i))
                    .append("\r\n");
        }
        return text.toString();
    }
}
