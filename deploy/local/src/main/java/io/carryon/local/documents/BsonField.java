package io.carryon.local.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.List;

/**
 * A field of an encoded document: where it is, or where it would be. Its neighbours are neither decoded nor encoded
 * again, which is most of what a small change of a large document otherwise costs.
 */
final class BsonField {

    /** Of a document's length, which stands before its fields. */
    private static final int LENGTH_BYTES = 4;

    private final byte[] document;
    private final String[] path;

    /** Where the documents around the field begin, from the outermost one; as many as there are. */
    private final int[] around;

    private final int begin;
    private final int end;

    private BsonField(byte[] document, String[] path, int[] around, int begin, int end) {
        this.document = document;
        this.path = path;
        this.around = around;
        this.begin = begin;
        this.end = end;
    }

    /**
     * Finds the field, or the place behind the last field of the innermost document that there is on its path.
     *
     * @throws UnusualUpdateException when the path leads through something other than documents
     */
    static BsonField at(byte[] document, String... path) {
        int[] around = new int[path.length];
        int inside = 0;
        for (int depth = 0; ; depth++) {
            around[depth] = inside;
            byte[] name = path[depth].getBytes(UTF_8);
            int terminator = inside + length(document, inside) - 1;
            int field = inside + LENGTH_BYTES;
            while (field < terminator && !isNamed(document, field, name)) {
                field = behind(document, field);
            }
            if (field == terminator || depth == path.length - 1) {
                int end = field == terminator ? field : behind(document, field);
                return new BsonField(document, path, Arrays.copyOf(around, depth + 1), field, end);
            }
            if (document[field] != BsonConstants.TYPE_EMBEDDED_DOCUMENT) {
                throw new UnusualUpdateException();
            }
            inside = field + 1 + name.length + 1;
        }
    }

    boolean exists() {
        return end > begin;
    }

    /** The value of a field that exists. */
    Object value() {
        int from = valueOf(document, begin);
        return BsonDecoder.decodeValue(document[begin], Unpooled.wrappedBuffer(document, from, end - from));
    }

    /** The document with this value in the field, and with the documents around it that were missing. */
    byte[] set(Object value) {
        Object content = value;
        for (int depth = path.length - 1; depth >= around.length; depth--) {
            content = new Document(path[depth], content);
        }
        byte type = BsonEncoder.determineType(content);
        ByteBuf field = begin(type);
        BsonEncoder.encodeValue(type, content, field);
        return with(field);
    }

    byte[] remove() {
        return with(Unpooled.EMPTY_BUFFER);
    }

    /**
     * The document with the values behind those of the list in the field, of which the last {@code kept} stay.
     *
     * @throws UnusualUpdateException when the field is something else than a list
     */
    byte[] append(List<?> values, int kept) {
        if (values.size() > kept) {
            throw new UnusualUpdateException();
        }
        if (!exists()) {
            return set(values);
        }
        if (document[begin] != BsonConstants.TYPE_ARRAY) {
            throw new UnusualUpdateException();
        }
        int list = valueOf(document, begin);
        int terminator = end - 1;
        int surplus = values.size() - kept;
        for (int element = list + LENGTH_BYTES; element < terminator; element = behind(document, element)) {
            surplus++;
        }
        ByteBuf field = begin(BsonConstants.TYPE_ARRAY);
        int begun = field.writerIndex();
        field.writeIntLE(0);
        int index = 0;
        for (int element = list + LENGTH_BYTES; element < terminator; element = behind(document, element)) {
            if (surplus-- > 0) {
                continue;
            }
            name(field, document[element], Integer.toString(index++));
            int from = valueOf(document, element);
            field.writeBytes(document, from, behind(document, element) - from);
        }
        for (Object value : values) {
            byte type = BsonEncoder.determineType(value);
            name(field, type, Integer.toString(index++));
            BsonEncoder.encodeValue(type, value, field);
        }
        field.writeByte(BsonConstants.TERMINATING_BYTE);
        field.setIntLE(begun, field.writerIndex() - begun);
        return with(field);
    }

    private ByteBuf begin(byte type) {
        ByteBuf field = Unpooled.buffer(Math.max(256, 2 * (end - begin)));
        name(field, type, path[around.length - 1]);
        return field;
    }

    private static void name(ByteBuf field, byte type, String name) {
        field.writeByte(type);
        field.writeBytes(name.getBytes(UTF_8));
        field.writeByte(BsonConstants.STRING_TERMINATION);
    }

    private byte[] with(ByteBuf field) {
        int length = field.readableBytes();
        int growth = length - (end - begin);
        byte[] changed = new byte[document.length + growth];
        System.arraycopy(document, 0, changed, 0, begin);
        field.readBytes(changed, begin, length);
        System.arraycopy(document, end, changed, begin + length, document.length - end);
        ByteBuf lengths = Unpooled.wrappedBuffer(changed);
        for (int outer : around) {
            lengths.setIntLE(outer, length(document, outer) + growth);
        }
        return changed;
    }

    private static boolean isNamed(byte[] document, int field, byte[] name) {
        int from = field + 1;
        return from + name.length < document.length
                && document[from + name.length] == BsonConstants.STRING_TERMINATION
                && Arrays.equals(document, from, from + name.length, name, 0, name.length);
    }

    private static int valueOf(byte[] document, int field) {
        int at = field + 1;
        while (document[at] != BsonConstants.STRING_TERMINATION) {
            at++;
        }
        return at + 1;
    }

    private static int behind(byte[] document, int field) {
        int value = valueOf(document, field);
        return value
                + switch (document[field]) {
                    case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY -> length(document, value);
                    case BsonConstants.TYPE_UTF8_STRING -> LENGTH_BYTES + length(document, value);
                    case BsonConstants.TYPE_DATA -> LENGTH_BYTES + 1 + length(document, value);
                    case BsonConstants.TYPE_NULL -> 0;
                    case BsonConstants.TYPE_BOOLEAN -> 1;
                    case BsonConstants.TYPE_INT32 -> Integer.BYTES;
                    case BsonConstants.TYPE_INT64,
                            BsonConstants.TYPE_DOUBLE,
                            BsonConstants.TYPE_UTC_DATETIME,
                            BsonConstants.TYPE_TIMESTAMP -> Long.BYTES;
                    case BsonConstants.TYPE_OBJECT_ID -> BsonConstants.LENGTH_OBJECTID;
                    default -> throw new UnusualUpdateException();
                };
    }

    private static int length(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at])
                + (Byte.toUnsignedInt(bytes[at + 1]) << 8)
                + (Byte.toUnsignedInt(bytes[at + 2]) << 16)
                + (Byte.toUnsignedInt(bytes[at + 3]) << 24);
    }
}
