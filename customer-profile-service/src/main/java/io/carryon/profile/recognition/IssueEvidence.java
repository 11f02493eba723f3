package io.carryon.profile.recognition;

import java.util.List;

/** One kind of evidence that a contact is about an issue that is already known. */
@FunctionalInterface
public interface IssueEvidence {

    /** What this kind says, strongest first; empty when it has nothing to say. Whose the issues are is not judged. */
    List<Finding> examine(Inquiry inquiry);
}
