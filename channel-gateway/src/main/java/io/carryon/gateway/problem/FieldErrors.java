package io.carryon.gateway.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Wrong fields, each under its RFC 6901 pointer. */
public final class FieldErrors {

    private static final Set<ElementKind> OUTSIDE_THE_BODY = Set.of(
            ElementKind.METHOD,
            ElementKind.CONSTRUCTOR,
            ElementKind.PARAMETER,
            ElementKind.CROSS_PARAMETER,
            ElementKind.RETURN_VALUE);

    private FieldErrors() {}

    /** A violation of a body's field, or of a parameter by its name. */
    public static Problem.FieldError of(ConstraintViolation<?> violation) {
        var steps = new ArrayList<String>();
        var last = "";
        for (var node : violation.getPropertyPath()) {
            last = String.valueOf(node.getName());
            if (!OUTSIDE_THE_BODY.contains(node.getKind())) {
                add(steps, node);
            }
        }
        return new Problem.FieldError(pointer(steps.isEmpty() ? List.of(last) : steps), violation.getMessage());
    }

    /** Where the reading of a body stopped. */
    public static Problem.FieldError of(JsonMappingException e, String detail) {
        return new Problem.FieldError(
                pointer(e.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                        .toList()),
                detail);
    }

    private static void add(List<String> steps, Path.Node node) {
        if (node.getIndex() != null) {
            steps.add(node.getIndex().toString());
        }
        if (node.getKey() != null) {
            steps.add(node.getKey().toString());
        }
        // Elements of lists and maps have a name such as <list element>, which no body has.
        if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
            steps.add(node.getName());
        }
    }

    private static String pointer(List<String> steps) {
        return steps.stream()
                .map(step -> step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining("/", "/", ""));
    }
}
