package io.plumbline.ui;

import io.plumbline.ui.look.Glyph;
import io.plumbline.workbench.State;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// The first row of the window: the sign of the program, the menus, which file this is, and the switches of the panels
/// and of the theme.
final class MenuRow extends Pane {
    private static final double MARGIN = 12;

    private final Label file = new Label();
    private final Label project = new Label();
    private final HBox title = new HBox(6, file, project);
    private final HBox left;
    private final HBox right;

    MenuRow(MenuBar menus, Actions actions, Panels panels, BooleanProperty dark) {
        getStyleClass().add("menu-row");
        file.setId("file-name");
        file.getStyleClass().add("file-name");
        project.getStyleClass().add("project-name");
        title.setAlignment(Pos.CENTER);
        title.setMouseTransparent(true);
        ToggleButton theme = actions.toggle(Command.DARK, dark, "ghost", "small-button");
        dark.subscribe(now -> theme.setGraphic(Glyph.icon(now ? "sun" : "moon")));
        theme.setText(null);
        right = new HBox(2, panel(actions, Command.PALETTE, panels.left()),
                panel(actions, Command.FINDINGS, panels.bottom()), panel(actions, Command.INSPECTOR, panels.right()),
                theme);
        right.setAlignment(Pos.CENTER);
        menus.setMinWidth(Region.USE_PREF_SIZE);
        left = new HBox(mark(), menus);
        left.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(left, title, right);
    }

    /// The title is centred in the window as long as the menus leave room for that, else in the room that they leave.
    @Override
    protected void layoutChildren() {
        double height = getHeight() - 1;
        double leftWidth = left.prefWidth(-1);
        double rightWidth = right.prefWidth(-1);
        double rightX = getWidth() - rightWidth - 8;
        left.resizeRelocate(8, 0, leftWidth, height);
        right.resizeRelocate(rightX, 0, rightWidth, height);
        double from = 8 + leftWidth + MARGIN;
        double room = Math.max(0, rightX - MARGIN - from);
        project.setVisible(title.prefWidth(-1) <= room);
        project.setManaged(project.isVisible());
        double width = Math.min(room, title.prefWidth(-1));
        double centred = (getWidth() - width) / 2;
        title.resizeRelocate(Math.round(Math.clamp(centred, from, Math.max(from, rightX - MARGIN - width))), 0, width,
                height);
    }

    void show(State state) {
        file.setText(state.fileName() + (state.isUnsaved() ? " •" : ""));
        String title = state.file().isPresent() ? state.design().title() : "";
        project.setText(title.isBlank() ? "" : "·  " + title);
    }

    private static ToggleButton panel(Actions actions, Command command, BooleanProperty open) {
        ToggleButton button = actions.toggle(command, open, "ghost", "small-button", "panel-button");
        button.setText(null);
        return button;
    }

    /// The plumb bob.
    static Region mark() {
        return mark(18);
    }

    static Region mark(double size) {
        var line = part("M9 1.5V6.2", "-fx-stroke: -pl-accent; -fx-stroke-width: 1.6; -fx-stroke-line-cap: round;");
        var bob = part("M4.6 6.2H13.4L9 16.5Z", "-fx-fill: -pl-accent;");
        var light = part("M4.6 6.2H9V16.5Z", "-fx-fill: white; -fx-opacity: 0.28;");
        var mark = new Pane(line, bob, light);
        var box = new StackPane(new Group(mark));
        mark.getTransforms().setAll(new Scale(size / 18, size / 18));
        mark.setMinSize(18, 18);
        mark.setMaxSize(18, 18);
        box.setMinSize(size + 10, size);
        box.setMaxSize(size + 10, size);
        return box;
    }

    private static SVGPath part(String content, String style) {
        var path = new SVGPath();
        path.setContent(content);
        path.setStyle(style);
        path.setManaged(false);
        return path;
    }
}
