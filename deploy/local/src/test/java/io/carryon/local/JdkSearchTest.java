package io.carryon.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkSearchTest {

    private static final Path SCRIPT = Path.of("jdk.sh").toAbsolutePath();

    @TempDir
    Path folder;

    private record Found(int exitCode, String text) {}

    @Test
    void takesTheNewestThereIs() throws Exception {
        jdk("jdk-17", "17.0.2");
        jdk("jdk-25", "25.0.1");
        jdk("jdk-21", "21");

        assertThat(search(Map.of())).isEqualTo(new Found(0, folder.resolve("jdk-25") + "\n"));
    }

    @Test
    void respectsAChosenOneThatIsNewEnough() throws Exception {
        jdk("jdk-25", "25.0.1");
        Path chosen = jdk("jdk-21", "21.0.4");

        assertThat(search(Map.of("JAVA_HOME", chosen.toString())).text()).isEqualTo(chosen + "\n");
    }

    @Test
    void passesOverAChosenOneThatIsTooOldAndARuntimeWithoutCompiler() throws Exception {
        Path old = jdk("jdk-17", "17.0.2");
        Files.delete(jdk("jre-25", "25.0.1").resolve("bin/javac"));
        Path good = jdk("jdk-21", "21.0.4");

        assertThat(search(Map.of("JAVA_HOME", old.toString())).text()).isEqualTo(good + "\n");
    }

    @Test
    void saysWhatToInstallWhenThereIsNone() throws Exception {
        jdk("jdk-17", "17.0.2");

        Found found = search(Map.of());

        assertThat(found.exitCode()).isEqualTo(1);
        assertThat(found.text())
                .contains("version 21 or newer")
                .contains("apt install")
                .contains("brew install");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        for (String program : new String[] {"java", "javac"}) {
            Files.createFile(
                    home.resolve("bin").resolve(program),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Path pathWithoutJavac() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : new String[] {"sed", "cat", "dirname", "readlink"}) {
            Path installed = Path.of("/usr/bin", tool);
            Files.createSymbolicLink(
                    tools.resolve(tool), Files.isExecutable(installed) ? installed : Path.of("/bin", tool));
        }
        return tools;
    }

    private Found search(Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/bash", "-euo", "pipefail", "-c", ". " + SCRIPT + "; use_jdk; echo $JAVA_HOME")
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", pathWithoutJavac().toString());
        builder.environment().put("CARRYON_JDK_FOLDERS", folder + "/*");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Found(process.waitFor(), text);
    }
}
