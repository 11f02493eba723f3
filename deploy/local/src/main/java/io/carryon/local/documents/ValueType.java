package io.carryon.local.documents;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.StringDataType;

/** Keys as BSON; H2's own type would write all but the simplest by Java serialization, and compare them so. */
final class ValueType extends BasicDataType<Object> {

    static final ValueType INSTANCE = new ValueType();

    /** BSON's types are none of these; a missing id is one that can be stored. */
    private static final byte KEY_VALUE = 0x60;

    private static final byte MISSING = 0x61;
    private static final int ROUGHLY_BYTES = 64;

    private ValueType() {}

    /** Any value that a document can hold, as its type and its BSON. */
    static byte[] encode(Object value) {
        ByteBuf buffer = Unpooled.buffer(ROUGHLY_BYTES);
        if (value instanceof KeyValue keys) {
            buffer.writeByte(KEY_VALUE);
            BsonEncoder.encodeValue(BsonConstants.TYPE_ARRAY, keys.stream().collect(Collectors.toList()), buffer);
        } else if (value instanceof Missing) {
            buffer.writeByte(MISSING);
        } else {
            byte type = BsonEncoder.determineType(value);
            buffer.writeByte(type);
            BsonEncoder.encodeValue(type, value, buffer);
        }
        return Arrays.copyOf(buffer.array(), buffer.writerIndex());
    }

    static Object decode(byte[] bytes) {
        ByteBuf buffer = Unpooled.wrappedBuffer(bytes);
        byte type = buffer.readByte();
        return switch (type) {
            case KEY_VALUE -> new KeyValue((Collection<?>) BsonDecoder.decodeValue(BsonConstants.TYPE_ARRAY, buffer));
            case MISSING -> Missing.getInstance();
            default -> BsonDecoder.decodeValue(type, buffer);
        };
    }

    static byte[] encodeDocument(Document document) {
        ByteBuf buffer = Unpooled.buffer(1024);
        BsonEncoder.encodeDocument(document, buffer);
        return Arrays.copyOf(buffer.array(), buffer.writerIndex());
    }

    static Document decodeDocument(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    @Override
    public int compare(Object one, Object other) {
        if (one instanceof String text && other instanceof String otherText) {
            return text.compareTo(otherText);
        }
        return Arrays.compareUnsigned(encode(one), encode(other));
    }

    @Override
    public int getMemory(Object value) {
        return value instanceof String text ? StringDataType.INSTANCE.getMemory(text) : ROUGHLY_BYTES;
    }

    @Override
    public void write(WriteBuffer buffer, Object value) {
        if (value instanceof String text) {
            buffer.put(BsonConstants.TYPE_UTF8_STRING);
            StringDataType.INSTANCE.write(buffer, text);
        } else {
            byte[] bytes = encode(value);
            buffer.put(bytes[0]).putVarInt(bytes.length).put(bytes);
        }
    }

    @Override
    public Object read(ByteBuffer buffer) {
        if (buffer.get() == BsonConstants.TYPE_UTF8_STRING) {
            return StringDataType.INSTANCE.read(buffer);
        }
        byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(bytes);
        return decode(bytes);
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
