package io.carryon.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.gateway.site.SitesConfig.SiteSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitesTest {

    private static final Settings SHOP = new Settings("shop-key-0123456789", "https://shop.example");

    private record Settings(
            Optional<String> key,
            Optional<List<String>> origins,
            String title,
            String color,
            List<String> languages,
            Optional<String> secret,
            Optional<Path> secretFile,
            Map<String, Map<String, String>> topics,
            Optional<String> articlePage)
            implements SiteSettings {

        Settings(String key, String... origins) {
            this(
                    Optional.of(key),
                    Optional.of(List.of(origins)),
                    "Shop",
                    "#1F5FD0",
                    List.of("de", "en"),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty());
        }

        Settings offering(Map<String, Map<String, String>> offered, String page) {
            return new Settings(
                    key, origins, title, color, languages, secret, secretFile, offered, Optional.ofNullable(page));
        }
    }

    @Test
    void allOfItIsSetInTheEnvironment() {
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new EnvConfigSource(
                        Map.of(
                                "CARRYON_SITES_SHOP_KEY", "shop-key-0123456789",
                                "CARRYON_SITES_SHOP_ORIGINS", "https://shop.example",
                                "CARRYON_SITES_SHOP_TOPICS_BILLING_EN", "Invoices",
                                "CARRYON_SITES_SHOP_TOPICS_BILLING_DE", "Rechnungen",
                                "CARRYON_SITES_SHOP_ARTICLE_PAGE", "https://shop.example/help/{id}"),
                        300))
                .withMapping(SitesConfig.class)
                .build();

        var shop = new Sites(config.getConfigMapping(SitesConfig.class))
                .withKey("shop-key-0123456789")
                .orElseThrow();

        assertThat(shop.topics()).isEqualTo(Map.of("billing", Map.of("en", "Invoices", "de", "Rechnungen")));
        assertThat(shop.articlePage()).contains("https://shop.example/help/{id}");
    }

    @Test
    void topicsHaveWordsInTheSitesFirstLanguageAndArticlesAPageEach() {
        var topics = Map.of("order", Map.of("de", "Bestellung"));
        var page = "https://shop.example/help/{id}";
        var shop = sites(Map.of("shop", SHOP.offering(topics, page)))
                .withKey("shop-key-0123456789")
                .orElseThrow();
        assertThat(shop.topics()).isEqualTo(topics);
        assertThat(shop.articlePage()).contains(page);

        assertThatThrownBy(() -> sites(Map.of("shop", SHOP.offering(Map.of("order", Map.of("en", "My order")), null))))
                .hasMessage("carryon.sites.shop: its topic order needs words in de, the site's first language");
        var polish = Map.of("order", Map.of("de", "Bestellung", "pl", "Zamówienie"));
        assertThatThrownBy(() -> sites(Map.of("shop", SHOP.offering(polish, null))))
                .hasMessage(
                        "carryon.sites.shop: its topic order has words in de,pl, but the site's languages are de,en");
        assertThatThrownBy(() ->
                        sites(Map.of("shop", SHOP.offering(Map.of("x".repeat(61), Map.of("de", "Lang")), null))))
                .hasMessageContaining("1 to 60 characters");
        for (var wrong : List.of("https://shop.example/help", "javascript:alert({id})", "/help/{id}")) {
            assertThatThrownBy(() -> sites(Map.of("shop", SHOP.offering(topics, wrong))))
                    .as(wrong)
                    .hasMessageContaining("{id}");
        }
    }

    @Test
    void aSiteIsKnownByItsKeyAndExactOrigins() {
        var sites = sites(Map.of(
                "shop", new Settings("shop-key-0123456789", "HTTPS://Shop.Example:443", "http://localhost:8090")));
        var shop = sites.withKey("shop-key-0123456789").orElseThrow();

        assertThat(shop.origins()).containsExactly("https://shop.example", "http://localhost:8090");
        assertThat(shop.has("https://shop.example")).isTrue();
        assertThat(shop.has("https://shop.example.evil.example")).isFalse();
        assertThat(shop.has("http://shop.example")).isFalse();
        assertThat(shop.has(null)).isFalse();
        assertThat(shop.color()).isEqualTo("#1f5fd0");
        assertThat(sites.haveOrigin("http://localhost:8090")).isTrue();
        assertThat(sites.withKey("other")).isEmpty();
        assertThat(sites.withKey(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*.example",
                "shop.example",
                "ftp://shop.example",
                "https://shop.example/",
                "https://shop.example?x",
                "https://me@shop.example",
                "https://shop example"
            })
    void whatIsNoOriginStopsTheStart(String origin) {
        assertThatThrownBy(() -> sites(Map.of("shop", new Settings("shop-key-0123456789", origin))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "carryon.sites.shop: %s is no origin; write scheme, host and port only, such as"
                                + " https://www.example.com",
                        origin);
    }

    @Test
    void whatIsMissingOrWrongStopsTheStartByTheSitesName() {
        assertWrong("it needs a key", new Settings("short", "https://shop.example"));
        assertWrong("it needs origins", new Settings("shop-key-0123456789"));
        assertWrong("its title", with("", "#1f5fd0", List.of("en"), Optional.empty()));
        assertWrong("its color", with("Shop", "blue", List.of("en"), Optional.empty()));
        assertWrong("its languages", with("Shop", "#1f5fd0", List.of("en", "xx"), Optional.empty()));
        assertWrong("its secret", with("Shop", "#1f5fd0", List.of("en"), Optional.of("too short")));
        assertThatThrownBy(() -> sites(Map.of("one", SHOP, "two", SHOP)))
                .hasMessageContaining("its key is another site's too");
        assertThatThrownBy(() -> sites(Map.of("a b", SHOP))).hasMessageContaining("its name must be");
    }

    private static Settings with(String title, String color, List<String> languages, Optional<String> secret) {
        return new Settings(
                SHOP.key(),
                SHOP.origins(),
                title,
                color,
                languages,
                secret,
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    private static void assertWrong(String what, Settings settings) {
        assertThatThrownBy(() -> sites(Map.of("shop", settings)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("carryon.sites.shop: " + what)
                .hasMessageNotContaining("too short");
    }

    private static Sites sites(Map<String, SiteSettings> all) {
        return new Sites(() -> all);
    }
}
