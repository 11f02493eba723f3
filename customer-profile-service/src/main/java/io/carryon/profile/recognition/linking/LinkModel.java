package io.carryon.profile.recognition.linking;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;

/**
 * How the signals are weighed: a logistic regression over standardized signals, to be read and argued with.
 *
 * @param version what it was trained from and when, for people
 * @param bias what speaks for a link before anything is known, as log-odds
 * @param weights by signal: log-odds a standard deviation, and the mean and deviation it is standardized by
 * @param terms how much a stemmed word tells, by word; a word that is not there tells {@code unknownTerm}
 */
public record LinkModel(
        String version, double bias, Map<Signal, Weight> weights, Map<String, Double> terms, double unknownTerm) {

    private static final String SHIPPED = "/recognition/link-model.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** What a signal counts for. */
    public record Weight(double weight, double mean, double deviation) {}

    public LinkModel {
        weights = new EnumMap<>(weights);
    }

    /** The model that comes with the service. */
    public static LinkModel shipped() {
        try (var in = LinkModel.class.getResourceAsStream(SHIPPED)) {
            return read(in);
        } catch (IOException e) {
            throw new IllegalStateException("The shipped model cannot be read", e);
        }
    }

    public static LinkModel read(InputStream in) throws IOException {
        return JSON.readValue(in, LinkModel.class);
    }

    public void write(OutputStream out) throws IOException {
        JSON.writeValue(out, this);
    }

    double term(String word) {
        var known = terms.get(word);
        return known == null ? unknownTerm : known;
    }
}
