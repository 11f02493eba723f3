package io.carryon.gateway.door;

import io.carryon.gateway.problem.ProblemException;

/** Bodies that are a file's bytes. */
public final class FileUpload {

    private FileUpload() {}

    /** 415 for a form, whose bytes are not the file's. {@code mediaType} may be null. */
    public static void refuseForm(String mediaType) {
        if (mediaType != null && mediaType.startsWith("multipart/")) {
            throw ProblemException.of(
                    415, "not-a-form", "A form is no file", "Send the bytes of the file themselves as the body.");
        }
    }
}
