package io.plumbline.diagram;

import java.util.Locale;

/// Text and numbers as XML takes them.
public final class Xml {
    private static final char REPLACEMENT = '\uFFFD';

    private Xml() {}

    /// The text for content and for quoted attributes. XML 1.0 cannot hold most control characters, not even escaped;
    /// they and halves of letters become the replacement character, line breaks and tabs a space.
    public static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length();) {
            int letter = text.codePointAt(i);
            i += Character.charCount(letter);
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\t', '\n', '\r' -> escaped.append(' ');
                default -> {
                    if (isAllowed(letter)) {
                        escaped.appendCodePoint(letter);
                    } else {
                        escaped.append(REPLACEMENT);
                    }
                }
            }
        }
        return escaped.toString();
    }

    /// At most two decimals, none where they say nothing.
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        String text = String.format(Locale.ROOT, "%.2f", hundredths / 100.0);
        return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean isAllowed(int letter) {
        return letter >= 0x20 && letter < 0x7F || letter > 0x9F && letter < 0xD800 || letter > 0xDFFF && letter < 0xFFFE
                || letter > 0xFFFF && (letter & 0xFFFE) != 0xFFFE;
    }
}
