package io.plumbline.ui.canvas;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

public final class DesignCanvas extends Region {
    private final Canvas base = new Canvas();

    public DesignCanvas() {
        setId("canvas");
        getStyleClass().add("canvas-pane");
        setFocusTraversable(true);
        getChildren().add(base);
    }
}
