package io.plumbline.ui;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The frame of the window: rows above and below, panels left, right and at the bottom, and the canvas in the rest.
/// Panels are made larger and smaller by their edges, and start smaller in a small window.
final class Frame extends VBox {
    private static final double NARROW = 1440;
    private static final double LOW = 800;
    private static final double STRIP = 31;

    /// What the frame holds.
    record Parts(Node menus, Node tools, Node notice, LeftPanel left, Node canvas, Node floating, Region right,
            Region findings, Region strip, Node status) {}

    private final Parts parts;
    private final Panels panels;
    private final BorderPane right = new BorderPane();
    private final BorderPane bottom = new BorderPane();
    private double rightWidth = 308;
    private double bottomHeight = 256;
    private boolean sized;

    Frame(Parts parts, Panels panels) {
        this.parts = parts;
        this.panels = panels;
        getStyleClass().add("window");
        right.setCenter(parts.right());
        right.getStyleClass().add("right-panel");
        bottom.getStyleClass().add("bottom-panel");
        var rightEdge = new Edge(Orientation.VERTICAL, by -> {
            rightWidth = Math.clamp(rightWidth - by, 240, 520);
            lay();
        });
        var bottomEdge = new Edge(Orientation.HORIZONTAL, by -> {
            bottomHeight = Math.clamp(bottomHeight - by, 120, 480);
            lay();
        });
        var centre = new StackPane(parts.canvas(), parts.floating());
        centre.setMinSize(0, 0);
        HBox.setHgrow(centre, Priority.ALWAYS);
        var upper = new HBox(parts.left(), centre, right);
        upper.setMinHeight(0);
        // The edges lie above the panels' borders, so that they take no room.
        var edges = new Edges(upper, bottom, parts.left(), parts.left().edge(), right, rightEdge, bottomEdge);
        VBox.setVgrow(upper, Priority.ALWAYS);
        var body = new VBox(upper, bottom);
        var layered = new StackPane(body, edges);
        layered.setMinHeight(0);
        VBox.setVgrow(layered, Priority.ALWAYS);
        getChildren().addAll(parts.menus(), parts.tools(), parts.notice(), layered, parts.status());
        panels.right().subscribe(_ -> lay());
        panels.bottom().subscribe(_ -> lay());
    }

    /// Before the window is seen for the first time: panels as its size allows.
    void suit(double width, double height) {
        if (sized) {
            return;
        }
        sized = true;
        if (width < NARROW) {
            panels.left().set(false);
            rightWidth = 280;
        }
        if (height < LOW) {
            bottomHeight = 180;
        }
        lay();
    }

    private void lay() {
        boolean rightOpen = panels.right().get();
        right.setVisible(rightOpen);
        right.setManaged(rightOpen);
        right.setMinWidth(rightWidth);
        right.setPrefWidth(rightWidth);
        right.setMaxWidth(rightWidth);
        boolean bottomOpen = panels.bottom().get();
        bottom.setCenter(bottomOpen ? parts.findings() : parts.strip());
        double height = bottomOpen ? bottomHeight : STRIP;
        bottom.setMinHeight(height);
        bottom.setPrefHeight(height);
        bottom.setMaxHeight(height);
        requestLayout();
    }

    /// Lays the edges over the borders that they move.
    private static final class Edges extends Pane {
        private final Region upper;
        private final Region bottom;
        private final Region left;
        private final Edge leftEdge;
        private final Region right;
        private final Edge rightEdge;
        private final Edge bottomEdge;

        Edges(Region upper, Region bottom, Region left, Edge leftEdge, Region right, Edge rightEdge,
                Edge bottomEdge) {
            this.upper = upper;
            this.bottom = bottom;
            this.left = left;
            this.leftEdge = leftEdge;
            this.right = right;
            this.rightEdge = rightEdge;
            this.bottomEdge = bottomEdge;
            setPickOnBounds(false);
            getChildren().addAll(leftEdge, rightEdge, bottomEdge);
            left.boundsInParentProperty().subscribe(_ -> requestLayout());
            right.boundsInParentProperty().subscribe(_ -> requestLayout());
            bottom.boundsInParentProperty().subscribe(_ -> requestLayout());
        }

        @Override
        protected void layoutChildren() {
            double high = upper.getHeight();
            leftEdge.resizeRelocate(left.getWidth() - 3, 0, 5, high);
            rightEdge.setVisible(right.isVisible());
            rightEdge.resizeRelocate(upper.getWidth() - right.getWidth() - 2, 0, 5, high);
            bottomEdge.setVisible(bottom.getHeight() > STRIP + 1);
            bottomEdge.resizeRelocate(0, high - 2, upper.getWidth(), 5);
        }
    }
}
