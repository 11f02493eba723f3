package io.carryon.gateway.door;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One line of 1 to 60 characters that names what a contact is about, as the customer chose it; or null. */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = TopicName.FORM)
@Size(max = TopicName.LENGTH)
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface TopicName {

    /** Its form, for the API document. */
    String FORM = "[^\\r\\n]*\\S[^\\r\\n]*";

    /** Its longest, for the API document. */
    int LENGTH = 60;

    /** What it is, for the API document. */
    String MEANING = "What the customer chose that it is about, one of a fixed few: reports group by it. It outlives an"
            + " erasure, so never anything about a person.";

    /** What is wrong, in words for whoever sent it. */
    String message() default "must be one line of 1 to 60 characters";

    /** As Bean Validation demands. */
    Class<?>[] groups() default {};

    /** As Bean Validation demands. */
    Class<? extends Payload>[] payload() default {};
}
