package io.carryon.local;

import io.carryon.local.process.StartFailed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that holds everything of one Carryon; one launcher at a time may use it. */
final class DataDirectory {

    private final Path folder;
    private FileLock lock;

    DataDirectory(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    void occupy() throws IOException, StartFailed {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new StartFailed("Carryon already runs on " + folder
                    + ". Stop it by Ctrl-C there, or take another --data directory.");
        }
        Files.writeString(launcher(), Long.toString(ProcessHandle.current().pid()));
    }

    synchronized boolean occupied() {
        return lock != null;
    }

    synchronized void leave() throws IOException {
        if (lock == null) {
            return;
        }
        Files.deleteIfExists(launcher());
        Files.deleteIfExists(folder.resolve(RunFile.NAME));
        lock.acquiredBy().close();
        lock = null;
    }

    private Path launcher() {
        return folder.resolve("launcher.pid");
    }
}
