package io.carryon.profile.recognition.meaning;

import java.util.Base64;

/**
 * Where the meaning of a text lies: 384 directions in steps of 1/127, of length one.
 *
 * @param steps one byte a direction
 * @param length of the steps as a vector
 */
public record SentenceVector(byte[] steps, double length) {

    /** Directions of a vector. */
    public static final int SIZE = 384;

    /** @param values {@value #SIZE} numbers of which not all are zero */
    static SentenceVector of(float[] values) {
        var greatest = 0f;
        for (var value : values) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        var steps = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            steps[i] = (byte) Math.round(values[i] / greatest * Byte.MAX_VALUE);
        }
        return of(steps);
    }

    /** A vector as {@link #encoded()} wrote it. */
    public static SentenceVector decoded(String text) {
        return of(Base64.getDecoder().decode(text));
    }

    private static SentenceVector of(byte[] steps) {
        var sum = 0L;
        for (var step : steps) {
            sum += (long) step * step;
        }
        return new SentenceVector(steps, Math.sqrt(sum));
    }

    /** 512 characters that {@link #decoded} reads. */
    public String encoded() {
        return Base64.getEncoder().encodeToString(steps);
    }

    /** The cosine of the angle between the two: 1 for the same meaning, about 0 for unrelated ones. */
    public double similarity(SentenceVector other) {
        var theirs = other.steps;
        var sum = 0;
        for (int i = 0; i < steps.length; i++) {
            sum += steps[i] * theirs[i];
        }
        return length == 0 || other.length == 0 ? 0 : sum / (length * other.length);
    }
}
