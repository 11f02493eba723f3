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

/** Text in the form of a BCP 47 language tag of at most 35 characters, or null. */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = LanguageTag.FORM)
@Size(max = LanguageTag.LENGTH)
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface LanguageTag {

    /** Its form, for the API document. */
    String FORM = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*";

    /** Its longest, for the API document. */
    int LENGTH = 35;

    /** What is wrong, in words for whoever sent it. */
    String message() default "must be a BCP 47 language tag";

    /** As Bean Validation demands. */
    Class<?>[] groups() default {};

    /** As Bean Validation demands. */
    Class<? extends Payload>[] payload() default {};
}
