package io.carryon.profile.recognition;

/** Why an issue was or was not recognized: a word for machines and a sentence for people. */
public record Evidence(String kind, String detail) {}
