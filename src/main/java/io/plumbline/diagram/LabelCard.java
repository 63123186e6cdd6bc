package io.plumbline.diagram;

import static io.plumbline.diagram.Shapes.text;

import io.plumbline.model.Id;
import io.plumbline.model.TextLabel;
import java.util.ArrayList;
import java.util.List;

/// A free text on the diagram.
final class LabelCard extends Drawing {
    private static final double SIZE = 12;
    private static final double LINE = 16;
    private static final double MOST_WIDTH = 480;

    private final List<String> lines;

    LabelCard(TextLabel label) {
        this(label.id(), Paragraph.lines(label.text().isBlank() ? label.name() : label.text(), Face.MEDIUM, SIZE,
                MOST_WIDTH));
    }

    private LabelCard(Id id, List<String> lines) {
        super(id, Shapes.ceil4(8 + lines.stream().mapToDouble(line -> Face.MEDIUM.width(line, SIZE)).max().orElse(24)),
                Shapes.ceil4(8 + LINE * Math.max(1, lines.size())));
        this.lines = lines;
    }

    @Override
    List<Figure> full() {
        return List.of(figure(lines));
    }

    @Override
    List<Figure> compact() {
        return List.of(figure(lines));
    }

    @Override
    List<Figure> overview() {
        return List.of(figure(List.of()));
    }

    private Figure figure(List<String> shown) {
        var shapes = new ArrayList<Shape>();
        for (int i = 0; i < shown.size(); i++) {
            shapes.add(text(shown.get(i), 4, 16 + i * LINE, Face.MEDIUM, SIZE, width() - 4, Token.INK_2));
        }
        return new Figure(id(), Layer.NODE, bounds(), 4, shapes);
    }
}
