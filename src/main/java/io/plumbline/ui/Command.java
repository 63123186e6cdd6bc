package io.plumbline.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Everything a person can tell the window to do, with its keys: menus, toolbar, the list of commands and the sheet of
/// keys are all made from this table.
public enum Command {
    NEW(Group.FILE, "New", "plus", Scope.EVERYWHERE, "Ctrl+N"),
    OPEN(Group.FILE, "Open…", "folder", Scope.EVERYWHERE, "Ctrl+O"),
    SAVE(Group.FILE, "Save", "", Scope.EVERYWHERE, "Ctrl+S"),
    SAVE_AS(Group.FILE, "Save as…", "", Scope.EVERYWHERE, "Ctrl+Shift+S"),
    IMPORT_SWITCHES(Group.FILE, "Import switch configurations…", "", Scope.EVERYWHERE),
    EXPORT_PICTURE(Group.FILE, "Export picture…", "", Scope.EVERYWHERE),
    START_PAGE(Group.FILE, "Start page", "", Scope.EVERYWHERE),
    CLOSE(Group.FILE, "Close window", "", Scope.EVERYWHERE, "Ctrl+W"),
    QUIT(Group.FILE, "Quit", "", Scope.EVERYWHERE, "Ctrl+Q"),

    UNDO(Group.EDIT, "Undo", "undo", Scope.EVERYWHERE, "Ctrl+Z"),
    REDO(Group.EDIT, "Redo", "redo", Scope.EVERYWHERE, "Ctrl+Y", "Ctrl+Shift+Z"),
    DUPLICATE(Group.EDIT, "Duplicate", "copy", Scope.SELECTION, "Ctrl+D"),
    DELETE(Group.EDIT, "Delete", "close", Scope.SELECTION, "Del"),
    RENAME(Group.EDIT, "Rename", "", Scope.SELECTION, "F2"),
    FIND(Group.EDIT, "Find in design…", "search", Scope.EVERYWHERE, "Ctrl+F"),
    SELECT_ALL(Group.EDIT, "Select all", "", Scope.CANVAS, "Ctrl+A"),
    SELECT_NONE(Group.EDIT, "Select none", "", Scope.CANVAS, "Ctrl+Shift+A"),
    INSPECT(Group.EDIT, "Edit properties", "", Scope.CANVAS, "Enter", "F4"),

    PREFERENCES(Group.EDIT, "Preferences…", "gear", Scope.EVERYWHERE, "Ctrl+,"),

    ZOOM_IN(Group.VIEW, "Zoom in", "plus", Scope.CANVAS, "Ctrl++"),
    ZOOM_OUT(Group.VIEW, "Zoom out", "minus", Scope.CANVAS, "Ctrl+-"),
    ZOOM_100(Group.VIEW, "Zoom to 100 %", "", Scope.CANVAS, "Ctrl+0"),
    FIT(Group.VIEW, "Fit everything", "fit", Scope.CANVAS, "Ctrl+1", "Home"),
    FIT_SELECTION(Group.VIEW, "Fit selection", "", Scope.CANVAS, "Ctrl+2", "Shift+Home"),
    PALETTE(Group.VIEW, "Palette", "panelL", Scope.EVERYWHERE, "Alt+1"),
    OUTLINE(Group.VIEW, "Outline", "list", Scope.EVERYWHERE, "Alt+2"),
    INSPECTOR(Group.VIEW, "Inspector", "panelR", Scope.EVERYWHERE, "Alt+3"),
    FINDINGS(Group.VIEW, "Findings", "panelB", Scope.EVERYWHERE, "Alt+4"),
    DARK(Group.VIEW, "Dark theme", "moon", Scope.EVERYWHERE),
    FULL_SCREEN(Group.VIEW, "Full screen", "", Scope.EVERYWHERE, "F11"),
    CALM(Group.VIEW, "Hide all panels", "", Scope.EVERYWHERE, "Shift+F11"),
    NEXT_PANE(Group.VIEW, "Next panel", "", Scope.EVERYWHERE, "F6"),
    PREVIOUS_PANE(Group.VIEW, "Previous panel", "", Scope.EVERYWHERE, "Shift+F6"),

    SELECT_TOOL(Group.INSERT, "Select", "select", Scope.CANVAS, "V"),
    CONNECT(Group.INSERT, "Connect", "connect", Scope.CANVAS, "C"),
    ADD(Group.INSERT, "Add by name…", "search", Scope.CANVAS, "A", "Insert"),
    FIND_IN_PALETTE(Group.INSERT, "Find an element", "search", Scope.EVERYWHERE, "Ctrl+K"),

    ALIGN_LEFT(Group.ARRANGE, "Align left edges", "", Scope.CANVAS),
    ALIGN_CENTRE(Group.ARRANGE, "Align centres", "", Scope.CANVAS),
    ALIGN_RIGHT(Group.ARRANGE, "Align right edges", "", Scope.CANVAS),
    ALIGN_TOP(Group.ARRANGE, "Align top edges", "", Scope.CANVAS),
    ALIGN_MIDDLE(Group.ARRANGE, "Align middles", "", Scope.CANVAS),
    ALIGN_BOTTOM(Group.ARRANGE, "Align bottom edges", "", Scope.CANVAS),
    DISTRIBUTE_ACROSS(Group.ARRANGE, "Distribute across", "", Scope.CANVAS),
    DISTRIBUTE_DOWN(Group.ARRANGE, "Distribute down", "", Scope.CANVAS),
    BIND(Group.ARRANGE, "Bind", "link", Scope.SELECTION, "Ctrl+G"),
    UNBIND(Group.ARRANGE, "Unbind", "", Scope.SELECTION, "Ctrl+Shift+G"),

    NUDGE_LEFT(Group.MOVE, "Move left", "", Scope.CANVAS, "Left"),
    NUDGE_RIGHT(Group.MOVE, "Move right", "", Scope.CANVAS, "Right"),
    NUDGE_UP(Group.MOVE, "Move up", "", Scope.CANVAS, "Up"),
    NUDGE_DOWN(Group.MOVE, "Move down", "", Scope.CANVAS, "Down"),
    NUDGE_LEFT_1(Group.MOVE, "Move left by 1", "", Scope.CANVAS, "Shift+Left"),
    NUDGE_RIGHT_1(Group.MOVE, "Move right by 1", "", Scope.CANVAS, "Shift+Right"),
    NUDGE_UP_1(Group.MOVE, "Move up by 1", "", Scope.CANVAS, "Shift+Up"),
    NUDGE_DOWN_1(Group.MOVE, "Move down by 1", "", Scope.CANVAS, "Shift+Down"),
    NEXT_ELEMENT(Group.MOVE, "Next element", "", Scope.CANVAS, "Tab"),
    PREVIOUS_ELEMENT(Group.MOVE, "Previous element", "", Scope.CANVAS, "Shift+Tab"),
    CONTAINER(Group.MOVE, "Container", "", Scope.CANVAS, "Ctrl+Up"),
    FIRST_CHILD(Group.MOVE, "First child", "", Scope.CANVAS, "Ctrl+Down"),
    PEER(Group.MOVE, "Follow the cable to its other end", "", Scope.CANVAS, "Alt+Left", "Alt+Right", "Alt+Up",
            "Alt+Down"),

    NEXT_FINDING(Group.VALIDATE, "Next finding", "chevD", Scope.EVERYWHERE, "F8"),
    PREVIOUS_FINDING(Group.VALIDATE, "Previous finding", "chevU", Scope.EVERYWHERE, "Shift+F8"),
    QUICK_FIX(Group.VALIDATE, "Quick fixes…", "bulb", Scope.EVERYWHERE, "Alt+Enter"),
    FIX_ALL(Group.VALIDATE, "Fix all of this rule…", "", Scope.EVERYWHERE),
    ACCEPT_RISK(Group.VALIDATE, "Accept risk…", "", Scope.EVERYWHERE),
    RULES(Group.VALIDATE, "Rules of this design…", "gear", Scope.EVERYWHERE),

    EXPORT_RUNBOOK(Group.RUNBOOK, "Export runbook…", "export", Scope.EVERYWHERE, "Ctrl+E"),

    HELP(Group.HELP, "Explain the selection", "", Scope.EVERYWHERE, "F1", "?"),
    KEYS(Group.HELP, "Keys", "", Scope.EVERYWHERE, "Shift+F1"),
    COMMANDS(Group.HELP, "All commands…", "", Scope.EVERYWHERE, "Ctrl+Shift+P"),
    LICENCES(Group.HELP, "Licences", "", Scope.EVERYWHERE),
    ABOUT(Group.HELP, "About Plumbline", "", Scope.EVERYWHERE);

    /// Where a key counts. Single letters act only while the canvas has the focus.
    public enum Scope {
        EVERYWHERE,
        /// Where elements are selected: on the canvas and in the outline.
        SELECTION, CANVAS
    }

    /// The menu a command stands in.
    public enum Group {
        FILE, EDIT, VIEW, INSERT, ARRANGE, MOVE, VALIDATE, RUNBOOK, HELP;

        public String display() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    private final Group group;
    private final String display;
    private final String icon;
    private final Scope scope;
    private final List<Key> keys;

    Command(Group group, String display, String icon, Scope scope, String... keys) {
        this.group = group;
        this.display = display;
        this.icon = icon;
        this.scope = scope;
        this.keys = Stream.of(keys).map(Key::of).toList();
    }

    public Group group() {
        return group;
    }

    public String display() {
        return display;
    }

    /// The name of its icon, or "".
    public String icon() {
        return icon;
    }

    public Scope scope() {
        return scope;
    }

    List<Key> keys() {
        return keys;
    }

    /// The id of its button and its menu item, for style sheets and tests: `zoom-in`.
    public String cssId() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
