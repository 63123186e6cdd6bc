package io.plumbline.exporter;

import java.util.List;

/// A change of a design file that cures a finding.
///
/// @param label        what it does
/// @param replacements in the order of the file, none overlapping
public record Fix(String label, List<Replacement> replacements) {

    public Fix {
        replacements = List.copyOf(replacements);
    }

    /// Other text in the place of whole lines.
    ///
    /// @param line  the first line that goes, from 1; with none that go, the line before which the text comes
    /// @param lines how many lines go
    /// @param text  what comes, with line ends
    public record Replacement(int line, int lines, String text) {}
}
