package io.plumbline.importer;

/// A line of an imported file, with every secret replaced.
///
/// @param number counted from 1, as an editor shows it
public record SourceLine(String file, int number, String text) {

    /// `TOR2.cfg:554`, which editors and terminals turn into a link.
    @Override
    public String toString() {
        return file + ":" + number;
    }
}
