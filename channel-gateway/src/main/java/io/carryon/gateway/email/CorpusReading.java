package io.carryon.gateway.email;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads every mail below a folder and writes one JSON line each, to be held against what others read there. */
public final class CorpusReading {

    private static final MimeReader READER = new MimeReader();
    private static final ObjectMapper JSON = new ObjectMapper();

    private CorpusReading() {}

    /** Arguments: the folder with .eml files (.txt files are bodies alone), the file to write. */
    public static void main(String... arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        try (var files = Files.walk(folder);
                var out =
                        new PrintStream(Files.newOutputStream(Path.of(arguments[1])), false, StandardCharsets.UTF_8)) {
            for (var file : files.filter(CorpusReading::isMail).sorted().toList()) {
                var line = read(folder.relativize(file).toString(), Files.readAllBytes(file));
                out.println(JSON.writeValueAsString(line));
            }
        }
    }

    private static boolean isMail(Path file) {
        return file.toString().endsWith(".eml") || file.toString().endsWith(".txt");
    }

    private static Map<String, Object> read(String name, byte[] bytes) {
        var line = new LinkedHashMap<String, Object>();
        line.put("file", name);
        if (name.endsWith(".txt")) {
            line.put("reply_text", ReplyText.visible(new String(bytes, StandardCharsets.UTF_8)));
            return line;
        }
        var mail = READER.read(bytes);
        var kind = AutomaticMail.kindOf(mail);
        line.put("from", mail.fromAddress());
        line.put("from_name", mail.from() == null ? null : mail.from().name());
        line.put("subject", mail.subject());
        line.put("message_id", mail.messageId());
        line.put(
                "in_reply_to",
                mail.inReplyTo().isEmpty() ? null : mail.inReplyTo().getFirst());
        line.put("references", mail.references());
        line.put("text", mail.text());
        line.put("charset", mail.charset());
        line.put("attachments", mail.files().size());
        line.put("is_bounce", kind == AutomaticMail.Kind.BOUNCE);
        line.put("is_auto_reply", kind == AutomaticMail.Kind.AUTO_REPLY);
        line.put("reply_text", ReplyText.visible(mail.text()));
        return line;
    }
}
