package io.plumbline.importer;

/// What became of one line of the file. Every line has exactly one.
///
/// @param number counted from 1, as an editor shows it
/// @param text   the line with every secret replaced
/// @param reason why it does not enter the design; empty where it is used
public record LineReading(int number, String text, Fate fate, String reason) {

    public enum Fate {
        USED,
        SET_ASIDE,
        NOT_UNDERSTOOD
    }
}
