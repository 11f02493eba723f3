package io.carryon.gateway.email.tnef;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Walks over a TNEF file's records without reading them: each record and each property in one becomes objects many times
 * its size, so a file made of tiny ones must be known before it is read.
 */
final class TnefRecords {

    private static final int SIGNATURE = 0x223E9F78;
    private static final int MESSAGE_PROPERTIES = 0x00069003;
    private static final int FILE_PROPERTIES = 0x00069005;
    private static final int RECORDS_LIMIT = 2000;
    private static final int PROPERTIES_BYTES_LIMIT = 2_000_000;

    private TnefRecords() {}

    /** Whether it has no more records and bytes of properties than mails of people have. */
    static boolean areFew(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var records = 0;
        var properties = 0L;
        try {
            if (in.getInt() != SIGNATURE) {
                return false;
            }
            in.getShort();
            while (in.hasRemaining()) {
                in.get();
                var id = in.getInt();
                var length = in.getInt();
                if (length < 0 || length > in.remaining() || ++records > RECORDS_LIMIT) {
                    return false;
                }
                properties += id == MESSAGE_PROPERTIES || id == FILE_PROPERTIES ? length : 0;
                in.position(in.position() + length);
                in.getShort();
            }
        } catch (BufferUnderflowException e) {
            // It ends in the middle of a record; what came before can be read.
            return properties <= PROPERTIES_BYTES_LIMIT;
        }
        return properties <= PROPERTIES_BYTES_LIMIT;
    }
}
