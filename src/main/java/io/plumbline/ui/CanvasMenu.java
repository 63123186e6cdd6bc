package io.plumbline.ui;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What a right click on the canvas offers: the same commands in the same order everywhere.
final class CanvasMenu {
    private static final Command[] COMMANDS =
            {Command.QUICK_FIX, null, Command.INSPECT, Command.RENAME, null, Command.CONNECT, Command.BIND,
                    Command.UNBIND, null, Command.DUPLICATE, Command.DELETE, null, Command.ADD, Command.SELECT_ALL,
                    Command.FIT_SELECTION};

    private final Actions actions;

    CanvasMenu(Actions actions) {
        this.actions = actions;
    }

    void show(Node owner, double screenX, double screenY) {
        var menu = new ContextMenu();
        for (Command command : COMMANDS) {
            if (command == null) {
                menu.getItems().add(new SeparatorMenuItem());
            } else {
                MenuItem item = actions.once(command);
                menu.getItems().add(item);
            }
        }
        menu.show(owner, screenX, screenY);
    }
}
