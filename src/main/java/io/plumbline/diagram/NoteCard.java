package io.plumbline.diagram;

import static io.plumbline.diagram.Shapes.text;

import io.plumbline.model.Id;
import io.plumbline.model.Note;
import java.util.ArrayList;
import java.util.List;

/// A note on the diagram, with a folded corner. It is never part of a rule.
final class NoteCard extends Drawing {
    private static final double WIDTH = 168;
    private static final double FOLD = 12;
    private static final double LINE = 15;

    private final List<String> title;
    private final List<String> lines;

    NoteCard(Note note) {
        this(note.id(), Math.max(48, note.width().orElse((int) WIDTH)), note.height().orElse(0), note.name(),
                note.text());
    }

    /// @param height at least; the text gets the room it needs where nobody said how high the note is
    NoteCard(Id id, double width, double height, String title, String text) {
        this(id, width, height, Paragraph.lines(title, Face.SEMI_BOLD, 11, width - 20),
                Paragraph.lines(text, Face.REGULAR, 11, width - 20));
    }

    private NoteCard(Id id, double width, double height, List<String> title, List<String> lines) {
        super(id, width, height > 0 ? Math.max(28, height)
                : Shapes.ceil4(28 + LINE * (Math.max(1, title.size() + lines.size()) - 1)));
        this.title = title;
        this.lines = lines;
    }

    @Override
    List<Figure> full() {
        var shapes = sheet();
        double y = 18;
        for (String line : title) {
            y = add(shapes, line, y, Face.SEMI_BOLD);
        }
        for (String line : lines) {
            y = add(shapes, line, y, Face.REGULAR);
        }
        return List.of(figure(shapes));
    }

    private double add(List<Shape> shapes, String line, double y, Face face) {
        if (y < height() - 4) {
            shapes.add(text(line, 10, y, face, 11, width() - 16, Token.NOTE_INK));
        }
        return y + LINE;
    }

    private List<Shape> sheet() {
        String right = Xml.number(width() - 0.5);
        String bottom = Xml.number(height() - 0.5);
        String foldX = Xml.number(width() - FOLD - 0.5);
        String foldY = Xml.number(height() - FOLD - 0.5);
        var outline = PathData.of("M4.5 .5H" + Xml.number(width() - 4.5) + "A4 4 0 0 1 " + right + " 4.5V" + foldY + "L"
                + foldX + " " + bottom + "H4.5A4 4 0 0 1 .5 " + Xml.number(height() - 4.5) + "V4.5A4 4 0 0 1 4.5 .5Z");
        var fold = PathData.of("M" + right + " " + foldY + "H" + Xml.number(width() - FOLD + 2.5) + "A3 3 0 0 0 "
                + foldX + " " + Xml.number(height() - FOLD + 2.5) + "V" + bottom);
        var shapes = new ArrayList<Shape>();
        var origin = new Point(0, 0);
        shapes.add(new Shape.Trace(outline, origin, 1, Ink.of(Token.NOTE_FILL), Stroke.hairline(Token.NOTE_LINE)));
        shapes.add(new Shape.Trace(fold, origin, 1, Ink.NONE, Stroke.hairline(Token.NOTE_LINE)));
        return shapes;
    }

    @Override
    List<Figure> compact() {
        var shapes = sheet();
        String first = title.isEmpty() ? lines.isEmpty() ? "" : lines.getFirst() : title.getFirst();
        shapes.add(text(first, 10, 24, Face.SEMI_BOLD, 18, width() - 16, Token.NOTE_INK));
        return List.of(figure(shapes));
    }

    @Override
    List<Figure> overview() {
        return List.of(figure(sheet()));
    }

    private Figure figure(List<Shape> shapes) {
        return new Figure(id(), Layer.NODE, bounds(), 4, shapes);
    }
}
