package io.carryon.local.documents;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** The changes since the store's last commit, in their order; each is here before it is answered. */
final class Journal implements AutoCloseable {

    /** Takes a change again; a value of null is a removal. */
    @FunctionalInterface
    interface Reader {
        void change(int map, byte[] key, byte[] value);
    }

    private static final int REMOVED = -1;

    private final Path file;
    private final FileChannel channel;

    Journal(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Writes the change behind the others in the buffer: length, checksum, change. */
    static void append(ByteArrayOutputStream buffer, int map, byte[] key, byte[] value) {
        try {
            ByteArrayOutputStream change = new ByteArrayOutputStream(64 + (value == null ? 0 : value.length));
            DataOutputStream fields = new DataOutputStream(change);
            fields.writeInt(map);
            fields.writeInt(key.length);
            fields.write(key);
            fields.writeInt(value == null ? REMOVED : value.length);
            if (value != null) {
                fields.write(value);
            }
            byte[] bytes = change.toByteArray();
            DataOutputStream record = new DataOutputStream(buffer);
            record.writeInt(bytes.length);
            record.writeInt(checksum(bytes));
            record.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("An array refused to be written", e);
        }
    }

    /** Hands the changes to the operating system, which keeps them when this process is killed. */
    void write(byte[] changes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(changes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /** Reads up to the end, or to where a kill cut the last change short, which then was not answered. */
    static void read(Path file, Reader reader) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            while (true) {
                int length = in.readInt();
                int checksum = in.readInt();
                byte[] bytes = length < 0 ? new byte[0] : in.readNBytes(length);
                if (bytes.length != length || checksum(bytes) != checksum) {
                    return;
                }
                change(new DataInputStream(new ByteArrayInputStream(bytes)), reader);
            }
        } catch (EOFException e) {
            // All read.
        }
    }

    private static void change(DataInputStream fields, Reader reader) throws IOException {
        int map = fields.readInt();
        byte[] key = fields.readNBytes(fields.readInt());
        int length = fields.readInt();
        reader.change(map, key, length == REMOVED ? null : fields.readNBytes(length));
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    /** For when all its changes are in the store. */
    void delete() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
