package io.carryon.profile.line;

import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.smallrye.jwt.build.Jwt;
import java.util.Set;
import java.util.UUID;

/** Starts the real broker and database for all component tests, once; signs the tokens their callers carry. */
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "profile"))
public class OnLocalStack {

    /** A token of the embedded issuer with one role. */
    protected static String token(String role) {
        return Jwt.issuer(Line.config("carryon.jwt.issuer"))
                .audience(Line.config("carryon.jwt.audience"))
                .subject(role)
                .upn(role + "@carryon.test")
                .groups(Set.of(role))
                .sign(Line.config("carryon.test.jwt.private-key"));
    }

    /** An address no other test uses. */
    protected static String someone() {
        return "jana." + UUID.randomUUID() + "@example.com";
    }
}
