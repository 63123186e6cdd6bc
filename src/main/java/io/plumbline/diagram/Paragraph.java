package io.plumbline.diagram;

import java.util.ArrayList;
import java.util.List;

/// A text broken into lines that fit a width, at spaces where there are any.
final class Paragraph {
    private Paragraph() {}

    static List<String> lines(String text, Face face, double size, double width) {
        var lines = new ArrayList<String>();
        for (String given : text.split("\\R", -1)) {
            String rest = given.strip();
            while (face.width(rest, size) > width) {
                int end = lastThatFits(rest, face, size, width);
                lines.add(rest.substring(0, end).stripTrailing());
                rest = rest.substring(end).stripLeading();
            }
            lines.add(rest);
        }
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return List.copyOf(lines);
    }

    private static int lastThatFits(String text, Face face, double size, double width) {
        int end = 0;
        int space = 0;
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            if (face.width(text.substring(0, next), size) > width) {
                break;
            }
            if (Character.isWhitespace(text.codePointAt(end))) {
                space = next;
            }
            end = next;
        }
        return space > 0 ? space : Math.max(end, Character.charCount(text.codePointAt(0)));
    }
}
