package io.plumbline.exporter;

/// Text that is safe to show in a terminal: a name in a design could hold characters that steer it, or that turn the
/// order of what follows, so that the sentence says something else than it seems to.
public final class Printable {

    private static final int MARK = '?';

    private Printable() {}

    /// On one line.
    public static String line(String text) {
        return only(text, false);
    }

    /// With its line ends.
    public static String lines(String text) {
        return only(text, true);
    }

    private static String only(String text, boolean lineEnds) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(steers(c) && !(lineEnds && c == '\n') ? MARK : c));
        return out.toString();
    }

    private static boolean steers(int c) {
        return Character.isISOControl(c) || switch (Character.getType(c)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            // Joiners belong to the spelling of many languages; the marks that turn the direction do not.
            case Character.FORMAT -> c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
            default -> false;
        };
    }
}
