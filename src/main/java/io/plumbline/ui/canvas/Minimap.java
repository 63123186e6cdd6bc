package io.plumbline.ui.canvas;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Mark;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Sign;
import io.plumbline.diagram.Theme;
import io.plumbline.diagram.Token;
import io.plumbline.diagram.Viewport;
import io.plumbline.model.Id;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// The whole drawing in a corner, with the part that is seen. A drag moves that part, a double click fits everything.
final class Minimap extends StackPane {
    private static final double WIDTH = 152;
    private static final double HEIGHT = 93;
    private static final double MARGIN = 6;
    private static final double DOT = 3.5;

    private final Canvas canvas = new Canvas(WIDTH - 8, HEIGHT - 8);
    private Bounds whole = new Bounds(0, 0, 1, 1);
    private double scale = 1;

    Minimap(Consumer<Point> goTo, Runnable fit) {
        setId("minimap");
        getStyleClass().addAll("float", "minimap");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setAccessibleText("Overview of the whole drawing");
        getChildren().add(canvas);
        Consumer<MouseEvent> go = event -> {
            Point at = new Point((event.getX() - 4 - offsetX()) / scale + whole.x(),
                    (event.getY() - 4 - offsetY()) / scale + whole.y());
            goTo.accept(at);
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

    void draw(Picture picture, Viewport viewport, Theme theme) {
        whole = picture.bounds().union(viewport.area()).grownBy(20);
        scale = Math.min((canvas.getWidth() - 2 * MARGIN) / whole.width(),
                (canvas.getHeight() - 2 * MARGIN) / whole.height());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        for (Map.Entry<Id, Point> entry : picture.places().entrySet()) {
            picture.boxOf(entry.getKey()).ifPresent(box -> {
                pen.setFill(colour(theme, Token.INSET));
                pen.setStroke(colour(theme, Token.LINE_3));
                box(pen, box, 1);
            });
        }
        for (Map.Entry<Id, Mark> entry : picture.marks().entrySet()) {
            boolean bad = entry.getValue().sign() == Sign.ERROR || entry.getValue().sign() == Sign.WARNING;
            if (bad && entry.getValue().role() == Mark.Role.CAUSE) {
                picture.boundsOf(entry.getKey()).ifPresent(box -> {
                    pen.setFill(colour(theme, entry.getValue().sign().token()));
                    pen.fillOval(x(box.right()) - DOT, y(box.y()) - DOT, 2 * DOT, 2 * DOT);
                });
            }
        }
        pen.setFill(Color.TRANSPARENT);
        pen.setStroke(colour(theme, Token.ACCENT));
        box(pen, viewport.area(), 1.5);
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

    private double x(double drawing) {
        return (drawing - whole.x()) * scale + offsetX();
    }

    private double y(double drawing) {
        return (drawing - whole.y()) * scale + offsetY();
    }

    private double offsetX() {
        return (canvas.getWidth() - whole.width() * scale) / 2;
    }

    private double offsetY() {
        return (canvas.getHeight() - whole.height() * scale) / 2;
    }

    private static Color colour(Theme theme, Token token) {
        int argb = theme.argb(token);
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }
}
