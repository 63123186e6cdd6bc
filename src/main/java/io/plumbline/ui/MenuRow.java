package io.plumbline.ui;

import io.plumbline.ui.look.Glyph;
import io.plumbline.workbench.State;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// The first row of the window: the sign of the program, the menus, which file this is, and the switches of the panels
/// and of the theme.
final class MenuRow extends StackPane {
    private final Label file = new Label();
    private final Label project = new Label();

    MenuRow(MenuBar menus, Actions actions, Panels panels, BooleanProperty dark) {
        getStyleClass().add("menu-row");
        file.setId("file-name");
        file.getStyleClass().add("file-name");
        project.getStyleClass().add("project-name");
        var title = new HBox(6, file, project);
        title.setAlignment(Pos.CENTER);
        title.setMouseTransparent(true);
        file.setMinWidth(0);
        project.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        ToggleButton theme = actions.toggle(Command.DARK, dark, "ghost", "small-button");
        dark.subscribe(now -> theme.setGraphic(Glyph.icon(now ? "sun" : "moon")));
        theme.setText(null);
        var tools = new HBox(2, panel(actions, Command.PALETTE, panels.left()),
                panel(actions, Command.FINDINGS, panels.bottom()), panel(actions, Command.INSPECTOR, panels.right()),
                theme);
        tools.setAlignment(Pos.CENTER);
        tools.setMinWidth(Region.USE_PREF_SIZE);
        menus.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(mark(), menus, space, tools);
        line.setAlignment(Pos.CENTER_LEFT);
        // Centred in the window, as long as the menus leave room for it on both sides.
        title.maxWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.max(0, getWidth() - 2 * (menus.getWidth() + 24)), widthProperty(), menus.widthProperty()));
        getChildren().addAll(title, line);
    }

    void show(State state) {
        file.setText(state.fileName() + (state.isUnsaved() ? " •" : ""));
        String title = state.design().title();
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
