package io.plumbline.settings;

/// A filter of the findings that somebody gave a name.
///
/// @param choice   which sort of rows
/// @param grouping what they are put together by
/// @param text     what they contain
public record SavedFilter(String name, String choice, String grouping, String text) {}
