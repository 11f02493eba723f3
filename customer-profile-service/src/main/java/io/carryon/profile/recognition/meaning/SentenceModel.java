package io.carryon.profile.recognition.meaning;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * all-MiniLM-L6-v2 (Apache 2.0), quantized, in this process by ONNX Runtime: about 6 ms a sentence on one core. English
 * only. The mean of many support texts is taken out of every vector, since what all of them have in common tells none
 * from another.
 */
public final class SentenceModel implements AutoCloseable {

    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
    private static final String MEAN = "/recognition/mean-vector.bin";
    private static final int MOST_TOKENS = 128;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final HuggingFaceTokenizer tokenizer;
    private final OrtSession session;
    private final float[] mean;

    /** Loads the model, which takes about a second and 90 MB. */
    public SentenceModel() {
        this(mean());
    }

    /** @param mean what is taken out of every vector */
    public SentenceModel(float[] mean) {
        this.mean = mean;
        try {
            this.tokenizer = HuggingFaceTokenizer.newInstance(
                    resource(TOKENIZER),
                    Map.of("padding", "false", "truncation", "true", "maxLength", Integer.toString(MOST_TOKENS)));
            this.session = environment.createSession(model(), options());
        } catch (IOException e) {
            throw new UncheckedIOException("The sentence model cannot be read", e);
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model cannot be loaded", e);
        }
    }

    /** Where the text's meaning lies; the text's first 128 tokens count. */
    public SentenceVector vector(String text) {
        return SentenceVector.of(centred(text));
    }

    /** The vector before it is rounded, of length one and without the mean. */
    public float[] centred(String text) {
        var tokens = tokenizer.encode(text.isBlank() ? "." : text);
        try (var ids = tensor(tokens.getIds());
                var mask = tensor(tokens.getAttentionMask());
                var types = tensor(tokens.getTypeIds());
                var result = session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            var states = ((float[][][]) result.get(0).getValue())[0];
            var pooled = unit(pooled(states));
            for (int i = 0; i < pooled.length; i++) {
                pooled[i] -= mean[i];
            }
            return unit(pooled);
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model failed", e);
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
        tokenizer.close();
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    private static float[] pooled(float[][] states) {
        var sum = new float[SentenceVector.SIZE];
        for (var state : states) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += state[i] / states.length;
            }
        }
        return sum;
    }

    private static float[] unit(float[] values) {
        var sum = 0d;
        for (var value : values) {
            sum += (double) value * value;
        }
        var length = (float) Math.sqrt(sum);
        for (int i = 0; length > 0 && i < values.length; i++) {
            values[i] /= length;
        }
        return values;
    }

    /** One thread and no arena: recognition runs one contact after another, and memory is scarcer than time. */
    private static OrtSession.SessionOptions options() throws OrtException {
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setCPUArenaAllocator(false);
        options.setMemoryPatternOptimization(false);
        return options;
    }

    /** Outside the heap, which it would otherwise double for good. */
    private static ByteBuffer model() throws IOException {
        try (var in = resource(MODEL)) {
            var size = Math.toIntExact(
                    SentenceModel.class.getResource(MODEL).openConnection().getContentLengthLong());
            var buffer = ByteBuffer.allocateDirect(size);
            var chunk = new byte[1 << 16];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                buffer.put(chunk, 0, read);
            }
            return buffer.flip();
        }
    }

    private static float[] mean() {
        var mean = new float[SentenceVector.SIZE];
        try (var in = new DataInputStream(resource(MEAN))) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] = in.readFloat();
            }
            return mean;
        } catch (IOException e) {
            throw new UncheckedIOException("The mean vector cannot be read", e);
        }
    }

    private static InputStream resource(String name) {
        var resource = SentenceModel.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("The resource " + name + " is missing");
        }
        return resource;
    }
}
