package io.carryon.gateway.portal;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The mailboxes of all customers. */
@Mock
@ApplicationScoped
public class LinkBox implements LinkMails {

    private static final Pattern PATH = Pattern.compile("http://\\S+?(/help/\\S+)");

    private final List<Delivered> delivered = new CopyOnWriteArrayList<>();

    record Delivered(LinkMail mail, LinkMail.Letter letter) {

        String path() {
            var found = PATH.matcher(letter.text());
            return found.find() ? found.group(1) : null;
        }
    }

    @Override
    public void send(LinkMail mail, Supplier<LinkMail.Letter> letter) {
        delivered.add(new Delivered(mail, letter.get()));
    }

    List<Delivered> to(String address) {
        return delivered.stream().filter(one -> one.mail().to().equals(address)).toList();
    }

    Delivered lastTo(String address) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> to(address).stream().reduce((first, last) -> last), Optional::isPresent)
                .orElseThrow();
    }
}
