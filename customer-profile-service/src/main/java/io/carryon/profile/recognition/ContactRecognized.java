package io.carryon.profile.recognition;

import io.carryon.profile.card.PreInteractionCard;

/** What is decided about a contact: published, and kept with the contact as it was published. */
public record ContactRecognized(RecognizedCustomer customer, RecognizedIssue issue, PreInteractionCard card) {}
