package io.carryon.gateway.email.imap;

import io.carryon.gateway.email.ArrivedMail;
import io.carryon.gateway.email.ArrivedMail.Disposition;
import io.carryon.gateway.email.MailReceiver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Remembers what the reader hands over, and answers as the test says: at first, that all is processed. */
final class RecordingReceiver implements MailReceiver {

    final List<String> keys = new CopyOnWriteArrayList<>();
    final List<String> mails = new CopyOnWriteArrayList<>();
    final List<String> large = new CopyOnWriteArrayList<>();
    final List<String> withheld = new CopyOnWriteArrayList<>();
    volatile Function<String, Disposition> take = mail -> Disposition.PROCESSED;
    volatile Function<String, Disposition> takeLarge = mail -> Disposition.FAILED;

    @Override
    public Map<String, Disposition> take(String connection, List<ArrivedMail> batch) {
        var dispositions = new LinkedHashMap<String, Disposition>();
        for (var mail : batch) {
            var text = new String(mail.raw(), StandardCharsets.UTF_8);
            dispositions.put(mail.deliveryKey(), take.apply(text));
            keys.add(mail.deliveryKey());
            mails.add(text);
        }
        return dispositions;
    }

    @Override
    public Disposition takeLarge(String connection, String place, InputStream content) throws IOException {
        var text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        large.add(text);
        return takeLarge.apply(text);
    }

    @Override
    public Disposition takeWithheld(String connection, String place, String why) {
        withheld.add(place);
        return Disposition.FAILED;
    }
}
