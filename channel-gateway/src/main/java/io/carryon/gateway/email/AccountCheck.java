package io.carryon.gateway.email;

import io.carryon.gateway.email.account.Account;
import io.carryon.gateway.email.account.MailServerTls;
import io.carryon.gateway.email.account.OauthClient;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Refuses accounts that nobody could sign in to, or whose secrets would cross a network in the clear. */
final class AccountCheck {

    private AccountCheck() {}

    /** Throws {@link IllegalStateException} that names the property. */
    static void check(String property, Account account) {
        account.oauth2().ifPresent(client -> check(property, account, client));
    }

    private static void check(String property, Account account, OauthClient client) {
        refuseIf(account.user().isEmpty(), property + ".user is missing: tokens are shown in a user's name");
        refuseIf(account.password().isPresent(), property + ".password is one too many beside " + property + ".oauth2");
        refuseIf(
                account.tls() == MailServerTls.NONE
                        && !isThisMachine(account.host().orElse("localhost")),
                property + ".tls must be starttls or tls: whoever sees a token may use it");
        var oauth = property + ".oauth2.";
        refuseIf(!isProtected(client.tokenUrl()), oauth + "token-url must begin with https://");
        refuseIf(
                client.clientSecret().isPresent() && client.clientSecretFile().isPresent(),
                oauth + "client-secret is one too many beside " + oauth + "client-secret-file");
        refuseIf(
                client.refreshToken().isPresent() && client.refreshTokenFile().isPresent(),
                oauth + "refresh-token is one too many beside " + oauth + "refresh-token-file");
        var hasSecret =
                client.clientSecret().isPresent() || client.clientSecretFile().isPresent();
        var hasToken =
                client.refreshToken().isPresent() || client.refreshTokenFile().isPresent();
        refuseIf(!hasSecret && !hasToken, oauth + "client-secret or " + oauth + "refresh-token is missing");
    }

    private static void refuseIf(boolean isWrong, String why) {
        if (isWrong) {
            throw new IllegalStateException(why);
        }
    }

    private static boolean isProtected(URI url) {
        if (url.getHost() == null) {
            return false;
        }
        return "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && isThisMachine(url.getHost()));
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
