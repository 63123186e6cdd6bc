package io.plumbline.ui;

import io.plumbline.ui.look.Glyph;
import io.plumbline.ui.palette.PaletteItem;
import io.plumbline.ui.palette.Placer;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The menu bar, made from the table of commands.
final class Menus {
    private final Actions actions;
    private final Placer placer;
    private final Menu recent = new Menu("Open recent");

    Menus(Actions actions, Placer placer) {
        this.actions = actions;
        this.placer = placer;
        recent.setId("menu-recent");
    }

    /// @param fillRecent puts the recent files into their menu, each time it is opened
    MenuBar bar(Panels panels, BooleanProperty dark, Consumer<Menu> fillRecent) {
        Menu file = menu(Command.Group.FILE, Command.NEW, Command.OPEN);
        file.getItems().add(recent);
        add(file, null, Command.SAVE, Command.SAVE_AS, null, Command.IMPORT_SWITCHES, Command.EXPORT_PICTURE, null,
                Command.START_PAGE, Command.CLOSE, Command.QUIT);
        file.setOnShowing(_ -> fillRecent.accept(recent));
        Menu edit = menu(Command.Group.EDIT, Command.UNDO, Command.REDO, null, Command.DUPLICATE, Command.DELETE,
                Command.RENAME, null, Command.FIND, Command.SELECT_ALL, Command.SELECT_NONE, null, Command.INSPECT,
                null, Command.PREFERENCES);
        Menu view = menu(Command.Group.VIEW, Command.ZOOM_IN, Command.ZOOM_OUT, Command.ZOOM_100, Command.FIT,
                Command.FIT_SELECTION, null);
        check(view, Command.PALETTE, panels.left());
        view.getItems().add(actions.item(Command.OUTLINE));
        check(view, Command.INSPECTOR, panels.right());
        check(view, Command.FINDINGS, panels.bottom());
        add(view, Command.CALM, null);
        check(view, Command.DARK, dark);
        add(view, Command.FULL_SCREEN);
        Menu arrange = menu(Command.Group.ARRANGE, Command.ALIGN_LEFT, Command.ALIGN_CENTRE, Command.ALIGN_RIGHT,
                Command.ALIGN_TOP, Command.ALIGN_MIDDLE, Command.ALIGN_BOTTOM, null, Command.DISTRIBUTE_ACROSS,
                Command.DISTRIBUTE_DOWN, null, Command.BIND, Command.UNBIND);
        Menu validate = menu(Command.Group.VALIDATE, Command.NEXT_FINDING, Command.PREVIOUS_FINDING, null,
                Command.QUICK_FIX, Command.FIX_ALL, Command.ACCEPT_RISK, null, Command.RULES);
        Menu runbook = menu(Command.Group.RUNBOOK, Command.EXPORT_RUNBOOK);
        Menu help = menu(Command.Group.HELP, Command.HELP, Command.KEYS, Command.COMMANDS, null, Command.LICENCES,
                Command.ABOUT);
        return new MenuBar(file, edit, view, insert(), arrange, validate, runbook, help);
    }

    private Menu insert() {
        Menu insert = menu(Command.Group.INSERT, Command.ADD, Command.FIND_IN_PALETTE, null);
        for (PaletteItem.Category category : PaletteItem.Category.values()) {
            var sub = new Menu(category.display());
            for (PaletteItem item : category.items()) {
                var entry = new MenuItem(item.display(), Glyph.icon(item.kind().icon()));
                entry.setId("menu-" + item.cssId());
                entry.setOnAction(_ -> placer.choose(item, Placer.Times.ONCE));
                sub.getItems().add(entry);
            }
            insert.getItems().add(sub);
        }
        return insert;
    }

    private Menu menu(Command.Group group, Command... commands) {
        var menu = new Menu(group.display());
        menu.setId("menu-" + group.display().toLowerCase(Locale.ROOT));
        add(menu, commands);
        return menu;
    }

    /// Adds the commands, and a line for every null.
    private void add(Menu menu, Command... commands) {
        for (Command command : commands) {
            menu.getItems().add(command == null ? new SeparatorMenuItem() : actions.item(command));
        }
    }

    private void check(Menu menu, Command command, BooleanProperty selected) {
        menu.getItems().add(actions.checkItem(command, selected));
    }
}
