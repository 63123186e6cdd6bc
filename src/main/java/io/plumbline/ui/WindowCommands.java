package io.plumbline.ui;

import io.plumbline.catalog.Catalog;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.ui.help.Help;
import io.plumbline.ui.inspector.Explained;
import io.plumbline.ui.palette.PaletteItem;
import io.plumbline.ui.palette.Placer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;

/// The commands of files, windows and help.
final class WindowCommands {
    private final DesignWindow window;
    private final Desk desk;

    WindowCommands(DesignWindow window, Desk desk) {
        this.window = window;
        this.desk = desk;
    }

    void register(Actions actions) {
        actions.on(Command.NEW, this::create);
        actions.on(Command.OPEN, this::open);
        actions.on(Command.SAVE, () -> window.documents().save(), this::nothingToSave);
        actions.on(Command.SAVE_AS, () -> window.documents().saveAs(), this::nothingToSave);
        actions.on(Command.IMPORT_SWITCHES, () -> new Imports(window).choose());
        actions.on(Command.START_PAGE, () -> {
            if (window.documents().mayLeave()) {
                window.showStart();
            }
        });
        actions.on(Command.CLOSE, () -> window.close());
        actions.on(Command.QUIT, desk::quit);
        actions.on(Command.PREFERENCES, () -> window.dialogs().show("Preferences", new PreferencesForm(desk)));
        actions.on(Command.DARK, window::toggleTheme);
        actions.on(Command.FULL_SCREEN, () -> window.stage().setFullScreen(!window.stage().isFullScreen()));
        actions.on(Command.ADD, () -> add(-1, -1));
        actions.on(Command.FIND, this::find);
        actions.on(Command.CONNECT, this::connect);
        actions.on(Command.HELP, this::explain);
        actions.on(Command.KEYS, () -> window.dialogs().show("Keys", Help.keys(keys())));
        actions.on(Command.COMMANDS, this::commands);
        actions.on(Command.LICENCES, () -> window.dialogs().show("Licences", Help.licences()));
        actions.on(Command.ABOUT, () -> window.dialogs().show("About Plumbline",
                Help.about(Build.version(), Build.date())));
    }

    void create() {
        if (window.isAtStart() || window.documents().mayLeave()) {
            window.documents().create();
            window.showDesign();
        }
    }

    void open() {
        window.documents().choose().ifPresent(file -> desk.openInWindow(file,
                window.isAtStart() || window.documents().mayLeave() ? Optional.of(window) : Optional.empty()));
    }

    private Optional<String> nothingToSave() {
        return window.isAtStart() ? Optional.of("There is no design yet.") : Optional.empty();
    }

    /// A box to add something by its name, at a place of the screen or in the middle of the canvas.
    void add(double screenX, double screenY) {
        var entries = new ArrayList<QuickBox.Entry>();
        for (PaletteItem item : PaletteItem.values()) {
            if (item != PaletteItem.CABLE) {
                entries.add(new QuickBox.Entry(item.kind().icon(), item.display(), item.key(), "",
                        () -> window.canvas().place(item, Optional.empty(), Placer.Times.ONCE)));
            }
        }
        Catalog catalog = desk.catalog();
        catalog.switchModels().forEach(model -> entries.add(model(PaletteItem.SWITCH, model)));
        catalog.nicModels().forEach(model -> entries.add(model(PaletteItem.NIC, model)));
        show("What to add", entries, screenX, screenY);
    }

    private QuickBox.Entry model(PaletteItem item, Element model) {
        return new QuickBox.Entry(item.kind().icon(), item.display() + " " + model.name(), "from the catalogue", "",
                () -> window.canvas().place(item, Optional.of(model), Placer.Times.ONCE));
    }

    /// A box to find an element by its name, address or MAC, and to go there.
    private void find() {
        Design design = window.workbench().now().design();
        show("What to find", Search.entries(design, id -> {
            window.workbench().select(List.of(id));
            window.canvas().centre(List.of(id));
        }), -1, -1);
    }

    /// From a selection the other end is typed; without one both ends are clicked.
    private void connect() {
        List<QuickBox.Entry> entries = ConnectBox.entries(window.workbench());
        if (entries.isEmpty()) {
            window.canvas().connect();
        } else {
            show("Cable to which port or switch", entries, -1, -1);
        }
    }

    private void commands() {
        var entries = Arrays.stream(Command.values()).filter(window.actions()::handles)
                .filter(command -> command != Command.COMMANDS)
                .map(command -> new QuickBox.Entry(command.icon(), window.actions().text(command),
                        command.keys().stream().findFirst().map(Key::display).orElse(""),
                        window.actions().obstacle(command).orElse(""), () -> window.actions().perform(command)))
                .toList();
        show("What to do", entries, -1, -1);
    }

    private void show(String prompt, List<QuickBox.Entry> entries, double screenX, double screenY) {
        Bounds on = window.canvas().localToScreen(window.canvas().getLayoutBounds());
        double x = screenX >= 0 ? screenX : on == null ? 200 : on.getCenterX() - 220;
        double y = screenY >= 0 ? screenY : on == null ? 200 : on.getMinY() + 80;
        QuickBox.show(window.stage(), x, y, prompt, entries, desk.look());
    }

    private void explain() {
        var selected = window.workbench().now().selected();
        var element = selected.isEmpty() ? window.workbench().now().design().project() : selected.getLast();
        window.dialogs().show(element.kind().display(), Explained.of(element.kind()));
    }

    static List<Help.KeyLine> keys() {
        Stream<Help.KeyLine> commands = Arrays.stream(Command.values()).filter(command -> !command.keys().isEmpty())
                .map(command -> new Help.KeyLine(command.group().display(), command.display(),
                        command.keys().stream().map(Key::display).collect(Collectors.joining(", "))));
        Stream<Help.KeyLine> palette = Arrays.stream(PaletteItem.values()).filter(item -> !item.key().isEmpty())
                .map(item -> new Help.KeyLine("Place on the canvas", item.display(), item.key()));
        Stream<Help.KeyLine> pointer = Stream.of(
                new Help.KeyLine("Pointer", "Scroll, sideways", "Wheel, Shift+wheel"),
                new Help.KeyLine("Pointer", "Zoom at the pointer", "Ctrl+wheel, Alt+wheel"),
                new Help.KeyLine("Pointer", "Pan", "Space+drag, middle drag, right drag"),
                new Help.KeyLine("Pointer", "Select what a frame encloses or touches", "Drag right, drag left"),
                new Help.KeyLine("Pointer", "Select what lies below", "Alt+click"),
                new Help.KeyLine("Pointer", "Move without snapping, on one axis", "Alt, Shift while dragging"));
        return Stream.of(commands, palette, pointer).flatMap(each -> each).toList();
    }
}
