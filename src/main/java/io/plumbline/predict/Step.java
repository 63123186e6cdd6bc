package io.plumbline.predict;

/// One step of a prediction.
///
/// @param number the step of the published procedure ("4b")
/// @param text   what happened in this case
/// @param origin where the knowledge comes from: S field report, M Microsoft, V vendor, W another article of the report's
///               author, I inference
public record Step(String number, String text, String origin) {}
