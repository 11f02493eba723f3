package io.carryon.gateway.email.tnef;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a TNEF file of files, as [MS-OXTNEF] has it. */
public final class Tnef {

    private static final int ATTACHMENT_BEGINS = 0x00069002;
    private static final int TITLE = 0x00018010;
    private static final int DATA = 0x0006800F;
    private static final int MESSAGE_PROPERTIES = 0x00069003;
    private static final int BODY_AS_UNICODE = 0x1000001F;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public Tnef() {
        number(0x223E9F78, 4);
        number(1, 2);
    }

    public Tnef file(String name, byte[] content) {
        attribute(2, ATTACHMENT_BEGINS, new byte[14]);
        attribute(2, TITLE, (name + '\0').getBytes(StandardCharsets.US_ASCII));
        attribute(2, DATA, content);
        return this;
    }

    public Tnef body(String text) {
        var value = (text + '\0').getBytes(StandardCharsets.UTF_16LE);
        var properties = new Tnef(new byte[0]);
        properties.number(1, 4);
        properties.number(BODY_AS_UNICODE, 4);
        properties.number(1, 4);
        properties.number(value.length, 4);
        properties.out.writeBytes(value);
        properties.out.writeBytes(new byte[(4 - value.length % 4) % 4]);
        attribute(1, MESSAGE_PROPERTIES, properties.bytes());
        return this;
    }

    private Tnef(byte[] begun) {
        out.writeBytes(begun);
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    private void attribute(int level, int id, byte[] data) {
        number(level, 1);
        number(id, 4);
        number(data.length, 4);
        out.writeBytes(data);
        var sum = 0;
        for (var b : data) {
            sum += b & 0xFF;
        }
        number(sum, 2);
    }

    private void number(int value, int bytes) {
        for (var i = 0; i < bytes; i++) {
            out.write(value >> (8 * i));
        }
    }
}
