package io.plumbline.ui;

import io.plumbline.ui.look.Glyph;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What the commands of one window do, and the buttons and menu items that do it. A command that cannot be done now
/// says why.
final class Actions {
    private record Handler(Runnable run, Supplier<Optional<String>> obstacle, Supplier<String> text) {}

    private final Map<Command, Handler> handlers = new EnumMap<>(Command.class);
    private final List<Runnable> refreshes = new ArrayList<>();

    void on(Command command, Runnable run) {
        on(command, run, Optional::empty);
    }

    void on(Command command, Runnable run, Supplier<Optional<String>> obstacle) {
        on(command, run, obstacle, command::display);
    }

    /// @param obstacle why it cannot be done now
    /// @param text     what menus call it now
    void on(Command command, Runnable run, Supplier<Optional<String>> obstacle, Supplier<String> text) {
        handlers.put(command, new Handler(run, obstacle, text));
    }

    boolean handles(Command command) {
        return handlers.containsKey(command);
    }

    Optional<String> obstacle(Command command) {
        return handlers.get(command).obstacle().get();
    }

    /// What the command is called now: "Undo Move host HV1".
    String text(Command command) {
        return handlers.get(command).text().get();
    }

    /// Does it, unless something stands in the way.
    void perform(Command command) {
        if (obstacle(command).isEmpty()) {
            handlers.get(command).run().run();
        }
    }

    /// Brings all buttons and menu items up to date.
    void refresh() {
        refreshes.forEach(Runnable::run);
    }

    MenuItem item(Command command) {
        var item = new MenuItem(command.display(), icon(command));
        attach(command, item);
        return item;
    }

    /// An item for a menu that is made for one showing.
    MenuItem once(Command command) {
        var item = new MenuItem(text(command), icon(command));
        item.setId("context-" + command.cssId());
        command.keys().stream().findFirst().ifPresent(key -> item.setAccelerator(new ShownKey(key.display())));
        item.setOnAction(_ -> perform(command));
        item.setDisable(obstacle(command).isPresent());
        return item;
    }

    /// An item with a tick that follows `selected`.
    CheckMenuItem checkItem(Command command, BooleanProperty selected) {
        var item = new CheckMenuItem(command.display());
        attach(command, item);
        selected.subscribe(item::setSelected);
        return item;
    }

    Button button(Command command, String... styles) {
        var button = new Button(command.display(), icon(command));
        attach(command, button);
        button.getStyleClass().addAll(styles);
        return button;
    }

    /// A button that shows the icon alone.
    Button iconButton(Command command, String... styles) {
        var button = button(command, styles);
        button.setText(null);
        button.getStyleClass().addAll("ghost", "icon-button");
        return button;
    }

    ToggleButton toggle(Command command, BooleanProperty selected, String... styles) {
        var button = new ToggleButton(command.display(), icon(command));
        attach(command, button);
        button.getStyleClass().addAll(styles);
        selected.subscribe(button::setSelected);
        button.setOnAction(_ -> {
            perform(command);
            button.setSelected(selected.get());
        });
        return button;
    }

    private void attach(Command command, MenuItem item) {
        item.setId("menu-" + command.cssId());
        command.keys().stream().findFirst().ifPresent(key -> item.setAccelerator(new ShownKey(key.display())));
        item.setOnAction(_ -> perform(command));
        refreshes.add(() -> {
            item.setText(text(command));
            item.setDisable(obstacle(command).isPresent());
        });
    }

    private void attach(Command command, ButtonBase button) {
        button.setId(command.cssId());
        button.setAccessibleText(command.display());
        button.setOnAction(_ -> perform(command));
        // A disabled button shows no tooltip, so the tooltip lies with the button while it is enabled.
        var tooltip = new Tooltip();
        button.setTooltip(tooltip);
        refreshes.add(() -> {
            Optional<String> obstacle = obstacle(command);
            button.setDisable(obstacle.isPresent());
            String keys = command.keys().stream().findFirst().map(key -> "  " + key.display()).orElse("");
            tooltip.setText(text(command) + keys);
            obstacle.ifPresent(button::setAccessibleHelp);
        });
    }

    private static javafx.scene.Node icon(Command command) {
        return command.icon().isEmpty() ? null : Glyph.icon(command.icon());
    }

    /// A key that a menu shows but does not listen to: all keys are read in one place, see [Keyboard].
    private static final class ShownKey extends KeyCombination {
        private final String text;

        ShownKey(String text) {
            this.text = text;
        }

        @Override
        public boolean match(KeyEvent event) {
            return false;
        }

        @Override
        public String getDisplayText() {
            return text;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ShownKey key && key.text.equals(text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }
}
