package io.plumbline.runbook;

import java.util.List;

/// A runbook before it takes a format.
///
/// @param title    the heading of the cover
/// @param cover    label and value, line by line
/// @param sections the parts, in order
public record Document(String title, List<CoverLine> cover, List<Block.Section> sections) {

    /// One line of the cover.
    public record CoverLine(String label, String value) {}

    public Document {
        cover = List.copyOf(cover);
        sections = List.copyOf(sections);
    }
}
