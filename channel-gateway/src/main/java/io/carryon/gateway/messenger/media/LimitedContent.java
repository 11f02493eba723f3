package io.carryon.gateway.messenger.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Breaks off content that is larger than what is kept. */
final class LimitedContent extends FilterInputStream {

    private long left;

    LimitedContent(InputStream content, long most) {
        super(content);
        this.left = most;
    }

    /** There is more than what is kept. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        return one < 0 ? one : counted(1, one);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        return count < 0 ? count : counted(count, count);
    }

    private int counted(int count, int answer) throws TooLarge {
        left -= count;
        if (left < 0) {
            throw new TooLarge();
        }
        return answer;
    }
}
