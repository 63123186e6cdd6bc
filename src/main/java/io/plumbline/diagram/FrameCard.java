package io.plumbline.diagram;

import static io.plumbline.diagram.Shapes.box;
import static io.plumbline.diagram.Shapes.icon;
import static io.plumbline.diagram.Shapes.text;

import io.plumbline.model.Frame;
import io.plumbline.model.Id;
import java.util.ArrayList;
import java.util.List;

/// A frame that somebody drew around a part of the diagram.
final class FrameCard extends Drawing {
    private final String name;

    FrameCard(Frame frame) {
        super(frame.id(), Math.max(64, frame.width().orElse(320)), Math.max(48, frame.height().orElse(200)));
        this.name = frame.name();
    }

    @Override
    List<Figure> full() {
        var shapes = new ArrayList<Shape>();
        shapes.add(edge());
        if (!name.isBlank()) {
            double tab = Math.min(width() - 32, Shapes.ceil4(30 + Face.SEMI_BOLD.width(name, 12) + 10));
            shapes.add(box(16, -12, tab, 24, 6, Token.PANEL, Token.FRAME));
            shapes.addAll(icon("frame", 23, -8, 16, Token.INK_2));
            shapes.add(text(name, 45, 4.3, Face.SEMI_BOLD, 12, tab - 38, Token.INK_1));
        }
        return List.of(figure(shapes));
    }

    private Shape edge() {
        return box(bounds(), 12, Ink.of(Token.FRAME_FILL), Stroke.of(Token.FRAME, 1, Dash.TARGET));
    }

    @Override
    List<Figure> compact() {
        return List.of(figure(List.of(edge(),
                text(name, 16, 28, Face.SEMI_BOLD, 20, width() - 32, Token.INK_2))));
    }

    @Override
    List<Figure> overview() {
        return List.of(figure(List.of(edge(),
                text(name, 24, 60, Face.SEMI_BOLD, 48, width() - 48, Token.INK_2))));
    }

    private Figure figure(List<Shape> shapes) {
        return new Figure(id(), Layer.FRAME, bounds(), 12, shapes);
    }
}
