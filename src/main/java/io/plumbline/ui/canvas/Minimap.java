package io.plumbline.ui.canvas;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Level;
import io.plumbline.diagram.Mark;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Sign;
import io.plumbline.diagram.Theme;
import io.plumbline.diagram.Token;
import io.plumbline.diagram.Viewport;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// The whole drawing in a corner, with the part that is seen. A drag moves that part, a double click fits everything.
/// The drawing is painted when it changes, the frame around what is seen whenever that moves.
final class Minimap extends StackPane {
    static final double WIDTH = 152;
    static final double HEIGHT = 93;
    private static final double EDGE = 4;
    private static final double MARGIN = 6;
    private static final double DOT = 3.5;

    private final Canvas drawing = new Canvas(WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE);
    private final Canvas frame = new Canvas(WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE);
    private Bounds whole = new Bounds(0, 0, 1, 1);
    private double scale = 1;
    private Picture drawn;
    private Theme theme;

    Minimap(Consumer<Point> goTo, Runnable fit) {
        setId("minimap");
        getStyleClass().addAll("float", "minimap");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setAccessibleText("Overview of the whole drawing");
        getChildren().addAll(drawing, frame);
        Consumer<MouseEvent> go = event -> {
            goTo.accept(new Point((event.getX() - EDGE - offsetX()) / scale + whole.x(),
                    (event.getY() - EDGE - offsetY()) / scale + whole.y()));
            event.consume();
        };
        setOnMousePressed(go::accept);
        setOnMouseDragged(go::accept);
        setOnMouseReleased(MouseEvent::consume);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                fit.run();
            }
            event.consume();
        });
    }

    void show(Picture picture, Viewport viewport, Theme now) {
        if (picture != drawn || now != theme) {
            drawn = picture;
            theme = now;
            draw(viewport);
        }
        GraphicsContext pen = frame.getGraphicsContext2D();
        pen.clearRect(0, 0, frame.getWidth(), frame.getHeight());
        pen.setFill(Color.TRANSPARENT);
        pen.setStroke(colour(Token.ACCENT));
        box(pen, viewport.area(), 1.5);
    }

    private void draw(Viewport seen) {
        whole = Views.whole(drawn, seen).grownBy(20);
        // In a large drawing a host is hardly larger than a dot, so nothing inside it is looked for.
        Level level = Views.isFar(drawn, seen) ? Level.OVERVIEW : Level.FULL;
        scale = Math.min((drawing.getWidth() - 2 * MARGIN) / whole.width(),
                (drawing.getHeight() - 2 * MARGIN) / whole.height());
        GraphicsContext pen = drawing.getGraphicsContext2D();
        pen.clearRect(0, 0, drawing.getWidth(), drawing.getHeight());
        pen.setFill(colour(Token.INSET));
        pen.setStroke(colour(Token.LINE_3));
        drawn.places().keySet().forEach(id -> drawn.boxOf(id).ifPresent(box -> box(pen, box, 1)));
        drawn.marks().forEach((id, mark) -> {
            boolean bad = mark.sign() == Sign.ERROR || mark.sign() == Sign.WARNING;
            if (bad && mark.role() == Mark.Role.CAUSE) {
                pen.setFill(colour(mark.sign().token()));
                drawn.spotsOf(id, level).stream().map(Picture.Spot::bounds).findFirst().ifPresent(
                        box -> pen.fillOval(x(box.right()) - DOT, y(box.y()) - DOT, 2 * DOT, 2 * DOT));
            }
        });
    }

    private void box(GraphicsContext pen, Bounds box, double line) {
        double left = Math.round(x(box.x())) + 0.5;
        double top = Math.round(y(box.y())) + 0.5;
        double wide = Math.max(2, Math.round(box.width() * scale));
        double high = Math.max(2, Math.round(box.height() * scale));
        pen.setLineWidth(line);
        pen.fillRect(left, top, wide, high);
        pen.strokeRect(left, top, wide, high);
    }

    private double x(double at) {
        return (at - whole.x()) * scale + offsetX();
    }

    private double y(double at) {
        return (at - whole.y()) * scale + offsetY();
    }

    private double offsetX() {
        return (drawing.getWidth() - whole.width() * scale) / 2;
    }

    private double offsetY() {
        return (drawing.getHeight() - whole.height() * scale) / 2;
    }

    private Color colour(Token token) {
        int argb = theme.argb(token);
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }
}
