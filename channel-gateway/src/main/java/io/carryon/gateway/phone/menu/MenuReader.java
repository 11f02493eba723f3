package io.carryon.gateway.phone.menu;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads YAML strictly: only the fields there are, each once, no types of the file's choosing, within bounds. */
final class MenuReader {

    private static final int SIZE_LIMIT = 256 * 1024;
    private static final int DEPTH_LIMIT = 12;
    private static final int VERSION_BYTES = 8;

    private static final ObjectMapper YAML = YAMLMapper.builder(
                    YAMLFactory.builder().loaderOptions(bounds()).build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private MenuReader() {}

    /** The menu that stands in these bytes, not linted yet; {@link MenuRefused} when it is none. */
    static Menu menu(String name, byte[] yaml) {
        if (yaml.length > SIZE_LIMIT) {
            throw MenuRefused.of(name, new MenuFault(Menu.ROOT, "the file is larger than 256 KiB"));
        }
        try {
            var file = YAML.readValue(yaml, MenuFile.class);
            if (file == null) {
                throw MenuRefused.of(name, new MenuFault(Menu.ROOT, "the file is empty"));
            }
            return file.named(name, version(yaml));
        } catch (IOException e) {
            throw MenuRefused.unreadable(name, e);
        }
    }

    /** Lists of words by language and by what they mean. */
    static Map<String, Map<String, List<String>>> words(byte[] yaml) {
        var text = YAML.getTypeFactory();
        var list = text.constructCollectionType(List.class, String.class);
        var meanings = text.constructMapType(Map.class, text.constructType(String.class), list);
        try {
            return YAML.readValue(
                    new String(yaml, StandardCharsets.UTF_8),
                    text.constructMapType(Map.class, text.constructType(String.class), meanings));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The words callers say cannot be read", e);
        }
    }

    private static LoaderOptions bounds() {
        var bounds = new LoaderOptions();
        bounds.setCodePointLimit(SIZE_LIMIT);
        bounds.setNestingDepthLimit(DEPTH_LIMIT);
        bounds.setMaxAliasesForCollections(0);
        return bounds;
    }

    private static String version(byte[] yaml) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(yaml);
            return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
