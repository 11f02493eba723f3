package io.carryon.gateway.trail;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A browser's random id for what it searches and reads, made by the site itself and used for a day; or null. */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = SessionId.FORM)
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface SessionId {

    /** Its form: 128 random bits at least, for whoever knows it reads what was tried. */
    String FORM = "[A-Za-z0-9_-]{22,64}";

    /** What it is, for the API document. */
    String MEANING = "Random id of the browser's visit, made by the site, never of a person or a device: what was"
            + " searched and read under it within a day goes with the contact that follows.";

    /** What is wrong, in words for whoever sent it. */
    String message() default "must be 22 to 64 random letters, digits, - and _";

    /** As Bean Validation demands. */
    Class<?>[] groups() default {};

    /** As Bean Validation demands. */
    Class<? extends Payload>[] payload() default {};
}
