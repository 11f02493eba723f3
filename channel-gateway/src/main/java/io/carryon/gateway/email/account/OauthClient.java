package io.carryon.gateway.email.account;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A client at an OAuth 2.0 token endpoint (RFC 6749): by its refresh token, or without one by its own credentials. */
public interface OauthClient {

    /** Where access tokens are given; https, but for a server on the same machine. */
    URI tokenUrl();

    String clientId();

    Optional<String> clientSecret();

    /** A file with the secret, instead of it; read at each use. */
    Optional<Path> clientSecretFile();

    Optional<String> refreshToken();

    /** A file with the refresh token, instead of it; read at each use. */
    Optional<Path> refreshTokenFile();

    /** What the token is to be good for, such as {@code https://outlook.office365.com/.default}. */
    Optional<String> scope();
}
