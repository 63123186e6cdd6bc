package io.plumbline.ui;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The head of a side panel: the names of what it can show, one of them shown.
final class Tabs extends BorderPane {
    private final HBox head = new HBox();
    private final ToggleGroup group = new ToggleGroup();
    private final Region space = new Region();

    Tabs() {
        head.getStyleClass().add("tabs");
        HBox.setHgrow(space, Priority.ALWAYS);
        head.getChildren().add(space);
        setTop(head);
    }

    void add(String id, String name, Node content) {
        var button = new ToggleButton(name);
        button.setId("tab-" + id);
        button.setToggleGroup(group);
        button.setUserData(content);
        button.setOnAction(_ -> show(button));
        head.getChildren().add(head.getChildren().indexOf(space), button);
        if (getCenter() == null) {
            show(button);
        }
    }

    /// Adds a button at the right end of the head.
    void addTool(Node tool) {
        head.getChildren().add(tool);
    }

    void show(Node content) {
        group.getToggles().stream().filter(toggle -> toggle.getUserData() == content).findFirst()
                .ifPresent(toggle -> show((ToggleButton) toggle));
    }

    boolean shows(Node content) {
        return getCenter() == content;
    }

    private void show(ToggleButton button) {
        button.setSelected(true);
        setCenter((Node) button.getUserData());
    }
}
