package io.carryon.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The end of a log file, for the console. */
public final class LogTail {

    private static final int LINES = 20;
    private static final int BYTES = 8_192;

    private LogTail() {}

    public static String of(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            String[] lines = new String(end, StandardCharsets.UTF_8).split("\n");
            StringBuilder tail = new StringBuilder();
            for (int i = Math.max(0, lines.length - LINES); i < lines.length; i++) {
                tail.append("    ").append(lines[i]).append('\n');
            }
            return tail + "  (all of it: " + log + ")";
        } catch (IOException e) {
            return "  (no log at " + log + ")";
        }
    }
}
