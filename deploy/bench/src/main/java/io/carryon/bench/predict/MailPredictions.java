package io.carryon.bench.predict;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.gateway.email.AutomaticMail.Kind;
import io.carryon.gateway.email.ExaminedMail;
import io.carryon.gateway.email.reply.ReplyText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the gateway reads in every mail below a folder; {@code .eml} are mails, {@code .txt} the text of one alone. */
final class MailPredictions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MailPredictions() {}

    /**
     * Writes one line for each file, by its path relative to the folder.
     *
     * @return the number of files
     * @throws IOException when a file cannot be read or written
     */
    static long run(Path folder, Path out) throws IOException {
        var files = files(folder);
        try (var answers = Files.newBufferedWriter(out)) {
            for (var file : files) {
                var bytes = Files.readAllBytes(file);
                var line = isMail(file) ? ofMail(bytes) : ofText(bytes);
                line.put("file", folder.relativize(file).toString());
                answers.write(line.toString());
                answers.newLine();
            }
        }
        return files.size();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> isMail(file) || file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isMail(Path file) {
        return file.toString().endsWith(".eml");
    }

    private static ObjectNode ofText(byte[] bytes) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("reply_text", ReplyText.visible(new String(bytes, StandardCharsets.UTF_8)));
    }

    static ObjectNode ofMail(byte[] bytes) {
        var examined = ExaminedMail.of(bytes);
        var mail = examined.mail();
        var line = JsonNodeFactory.instance.objectNode();
        line.put("from", mail.fromAddress());
        line.put("from_name", mail.from() == null ? null : mail.from().name());
        line.put("subject", mail.subject());
        line.put("message_id", mail.messageId());
        line.put(
                "in_reply_to",
                mail.inReplyTo().isEmpty() ? null : mail.inReplyTo().getFirst());
        line.set("references", JSON.valueToTree(mail.references()));
        line.put("text", mail.firstText());
        line.put("charset", mail.charset());
        line.put("attachments", mail.files().size());
        line.put("is_bounce", examined.kind() == Kind.BOUNCE);
        line.put("is_auto_reply", examined.kind() == Kind.AUTO_REPLY);
        line.put("reply_text", examined.visibleText());
        return line;
    }
}
