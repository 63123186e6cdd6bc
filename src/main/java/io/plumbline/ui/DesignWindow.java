package io.plumbline.ui;

import io.plumbline.check.Finding;
import io.plumbline.diagram.Theme;
import io.plumbline.edit.Edit;
import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Id;
import io.plumbline.ui.canvas.DesignCanvas;
import io.plumbline.ui.findings.FindingsPanel;
import io.plumbline.ui.findings.FindingsStrip;
import io.plumbline.ui.inspector.Inspector;
import io.plumbline.ui.look.Look;
import io.plumbline.ui.outline.Outline;
import io.plumbline.ui.palette.Palette;
import io.plumbline.ui.palette.PaletteItem;
import io.plumbline.ui.palette.Placer;
import io.plumbline.workbench.State;
import io.plumbline.workbench.Workbench;
import java.time.Clock;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

public final class DesignWindow {
    private final Workbench workbench;
    private final Actions actions = new Actions();
    private final Panels panels = Panels.allOpen();
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final DesignCanvas canvas = new DesignCanvas();

    DesignWindow(Stage stage, Look look, Clock clock, Workbench workbench) {
        this.workbench = workbench;
        for (Command c : Command.values()) {
            actions.on(c, () -> {});
        }
        actions.on(Command.DARK, () -> {
            look.theme().set(look.isDark() ? Theme.LIGHT : Theme.DARK);
            dark.set(look.isDark());
        });
        dark.set(look.isDark());
        actions.on(Command.PALETTE, () -> panels.left().set(!panels.left().get()));
        actions.on(Command.FINDINGS, () -> panels.bottom().set(!panels.bottom().get()));
        actions.on(Command.INSPECTOR, () -> panels.right().set(!panels.right().get()));
        Placer placer = new Placer() {
            @Override
            public void choose(PaletteItem item, Times times) {}

            @Override
            public void drag(PaletteItem item, double sceneX, double sceneY) {}

            @Override
            public void drop(PaletteItem item, double sceneX, double sceneY) {}
        };
        var palette = new Palette(placer);
        var outline = new Outline(workbench::select);
        var left = new LeftPanel(placer, palette, outline, panels.left());
        var inspector = new Inspector(new Inspector.Wishes() {
            @Override
            public void perform(Edit edit) {
                workbench.perform(edit);
            }

            @Override
            public void select(List<Id> ids) {
                workbench.select(ids);
            }

            @Override
            public void open(Finding finding) {}
        });
        var findings = new FindingsPanel(new FindingsPanel.Wishes() {
            @Override
            public void show(List<Id> elements) {
                workbench.select(elements);
            }

            @Override
            public void accept(Finding finding) {}

            @Override
            public void forget(AcceptedRisk risk) {}

            @Override
            public void close() {
                panels.bottom().set(false);
            }

            @Override
            public void edit(Id element, String attribute) {}
        });
        var strip = new FindingsStrip(() -> panels.bottom().set(true));
        var menus = new Menus(actions, placer).bar(panels, dark, _ -> {});
        var menuRow = new MenuRow(menus, actions, panels, dark);
        var toolRow = new ToolRow(actions, new SimpleBooleanProperty(true), new SimpleBooleanProperty(),
                new SimpleBooleanProperty(true));
        var status = new StatusRow(clock.getZone(), () -> panels.bottom().set(true));
        var notice = new Notice();
        var right = new BorderPane();
        right.getStyleClass().add("right-panel");
        var tabs = new Tabs();
        tabs.add("inspector", "Inspector", inspector);
        right.setCenter(tabs);
        right.setMinWidth(308);
        right.setMaxWidth(308);
        var bottom = new BorderPane(findings);
        bottom.getStyleClass().add("bottom-panel");
        bottom.setMinHeight(256);
        bottom.setMaxHeight(256);
        bottom.setPrefHeight(256);
        panels.right().subscribe(open -> {
            right.setVisible(open);
            right.setManaged(open);
        });
        panels.bottom().subscribe(open -> {
            bottom.setCenter(open ? findings : strip);
            bottom.setMinHeight(open ? 256 : 31);
            bottom.setMaxHeight(open ? 256 : 31);
            bottom.setPrefHeight(open ? 256 : 31);
        });
        var centre = new StackPane(canvas);
        HBox.setHgrow(centre, Priority.ALWAYS);
        var upper = new HBox(left, centre, right);
        VBox.setVgrow(upper, Priority.ALWAYS);
        upper.setMinHeight(0);
        var root = new VBox(menuRow, toolRow, notice, upper, bottom, status);
        root.getStyleClass().add("window");
        var scene = new Scene(root, 1600, 1000);
        look.dress(scene);
        new Keyboard(actions, canvas::isFocused, _ -> false).listen(scene);
        Runnable follow = () -> {
            State state = workbench.now();
            menuRow.show(state);
            status.show(state);
            left.show(state);
            inspector.show(state);
            findings.show(state);
            strip.show(state);
            actions.refresh();
        };
        workbench.state().addListener(_ -> follow.run());
        follow.run();
        stage.setScene(scene);
    }
}
