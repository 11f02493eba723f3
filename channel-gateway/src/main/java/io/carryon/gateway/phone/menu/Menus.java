package io.carryon.gateway.phone.menu;

import io.carryon.gateway.phone.PhoneConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The menus there are: the one that comes with the service, and those of the configured directory, one to a file. All
 * are read and linted at start; one that would lead callers astray keeps the service from starting.
 */
@Startup
@ApplicationScoped
public class Menus {

    /** The menu that is there without configuration; a file of this name replaces it. */
    public static final String DEFAULT = "default";

    private static final String SHIPPED = "phone/menu.yaml";
    private static final Pattern FILE = Pattern.compile("([a-z][a-z0-9-]{0,31})\\.ya?ml");

    private final Map<String, Menu> byName;

    public Menus(PhoneConfig config, HumanWords human) {
        var lint = new MenuLint(human);
        var read = new TreeMap<String, Menu>();
        read.put(DEFAULT, MenuReader.menu(DEFAULT, shipped()));
        config.menus().ifPresent(directory -> read.putAll(read(directory)));
        read.replaceAll((name, menu) -> lint.passed(menu));
        this.byName = Collections.unmodifiableMap(read);
    }

    public Optional<Menu> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<Menu> all() {
        return byName.values();
    }

    private static Map<String, Menu> read(Path directory) {
        var read = new TreeMap<String, Menu>();
        try (var files = Files.newDirectoryStream(directory, "*.{yaml,yml}")) {
            for (var file : files) {
                var name = FILE.matcher(file.getFileName().toString());
                if (!name.matches()) {
                    throw MenuRefused.of(
                            file.getFileName().toString(),
                            new MenuFault(Menu.ROOT, "the file's name must match " + FILE.pattern()));
                }
                read.put(name.group(1), MenuReader.menu(name.group(1), Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The directory of phone menus cannot be read: " + directory, e);
        }
        return read;
    }

    private static byte[] shipped() {
        try (var file = Menus.class.getClassLoader().getResourceAsStream(SHIPPED)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
