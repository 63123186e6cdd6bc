package io.plumbline.ui;

import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.settings.Appearance;
import io.plumbline.ui.canvas.DesignCanvas;
import io.plumbline.ui.canvas.Tool;
import io.plumbline.ui.findings.FindingsPanel;
import io.plumbline.ui.findings.FindingsStrip;
import io.plumbline.ui.findings.Fixes;
import io.plumbline.ui.inspector.Inspector;
import io.plumbline.ui.outline.Outline;
import io.plumbline.ui.palette.Palette;
import io.plumbline.ui.palette.PaletteItem;
import io.plumbline.ui.palette.Placer;
import io.plumbline.ui.start.StartPage;
import io.plumbline.workbench.State;
import io.plumbline.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// One window: the start page until there is a design, then the design with its panels. Whatever it shows follows from
/// the one state of its workbench.
public final class DesignWindow {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;

    private final Desk desk;
    private final Stage stage;
    private final Workbench workbench;
    private final Actions actions = new Actions();
    private final Panels panels = Panels.allOpen();
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final BooleanProperty selecting = new SimpleBooleanProperty(true);
    private final BooleanProperty connecting = new SimpleBooleanProperty();
    private final Notice notice = new Notice();
    private final Toast toast;
    private final Dialogs dialogs;
    private final Documents documents;
    private final DesignCanvas canvas;
    private final Inspector inspector;
    private final FindingsPanel findings;
    private final FindingsStrip strip;
    private final Outline outline;
    private final LeftPanel left;
    private final MenuRow menuRow;
    private final ToolRow toolRow;
    private final StatusRow status;
    private final Frame frame;
    private final StartPage start;
    private final StackPane root = new StackPane();

    DesignWindow(Desk desk, Stage stage) {
        this.desk = desk;
        this.stage = stage;
        workbench = new Workbench(desk.clock(), desk.elsewhere(), Platform::runLater);
        toast = new Toast(workbench::undo);
        dialogs = new Dialogs(stage, desk.look());
        documents = new Documents(workbench, stage, notice, dialogs, desk.clock(), desk::used);
        var wishes = new Wishes(this, desk);
        canvas = new DesignCanvas(wishes);
        inspector = new Inspector(wishes, desk::catalog);
        findings = new FindingsPanel(new FindingWishes(this, desk), new Fixes(desk.elsewhere(), Platform::runLater),
                desk::today);
        strip = new FindingsStrip(() -> panels.bottom().set(true));
        var placer = placer();
        var palette = new Palette(placer, desk::catalog);
        outline = new Outline(workbench::select);
        left = new LeftPanel(placer, palette, outline, panels.left());
        register(palette);
        menuRow = new MenuRow(new Menus(actions, placer).bar(panels, dark, desk::fillRecent), actions, panels, dark);
        toolRow = new ToolRow(actions, selecting, connecting, placer, canvas.snapping());
        status = new StatusRow(desk.clock().getZone(), filter -> {
            panels.bottom().set(true);
            findings.choose(filter);
        }, () -> actions.perform(Command.RULES), desk::profiles);
        frame = frame();
        start = new StartPage(wishes.ofStart(), MenuRow.mark(34), Build.version(), desk.elsewhere(),
                desk.look().theme());
        follow();
        prepareStage();
    }

    private Frame frame() {
        var rightTabs = new Tabs();
        rightTabs.add("inspector", "Inspector", inspector);
        var floating = new StackPane(toast);
        floating.setPickOnBounds(false);
        StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
        StackPane.setMargin(toast, new Insets(0, 0, 16, 0));
        return new Frame(new Frame.Parts(menuRow, toolRow, notice, left, canvas, floating, rightTabs, findings, strip,
                status), panels);
    }

    private void register(Palette palette) {
        new Edits(workbench, canvas, toast::say).register(actions);
        new ViewCommands(workbench, canvas).register(actions);
        new ExportCommands(workbench, stage, desk, dialogs, notice, toast::say).register(actions);
        new PanelCommands(this, panels, left, palette, inspector, findings, canvas).register(actions);
        new WindowCommands(this, desk).register(actions);
        new FixCommands(this, desk).register(actions);
        new RuleCommands(this, desk).register(actions);
    }

    /// The view follows the workbench, the theme, the tool and the zoom.
    private void follow() {
        workbench.state().addListener(_ -> showState());
        desk.look().theme().subscribe(theme -> {
            dark.set(desk.look().isDark());
            canvas.show(theme);
        });
        desk.settings().subscribe(settings -> {
            canvas.snapping().set(settings.preferences().snap());
            canvas.setWheel(settings.preferences().wheel());
        });
        canvas.viewportProperty().subscribe(view -> {
            toolRow.showZoom(view.zoom());
            status.showZoom(view.zoom());
        });
        canvas.tool().subscribe(tool -> {
            selecting.set(tool.kind() == Tool.Kind.SELECT);
            connecting.set(tool.kind() == Tool.Kind.CONNECT);
            left.showChosen(tool.item());
            toolRow.showChosen(tool.item());
            status.showHint(tool.hint());
        });
        showState();
    }

    private void showState() {
        State state = workbench.now();
        menuRow.show(state);
        status.show(state);
        canvas.show(state);
        left.show(state);
        inspector.show(state);
        findings.show(state);
        strip.show(state);
        actions.refresh();
        stage.setTitle((state.isUnsaved() ? "• " : "") + (isAtStart() ? "" : state.fileName() + " – ") + "Plumbline");
    }

    private void prepareStage() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        var scene = new Scene(root, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        desk.look().dress(scene);
        new Keyboard(actions, canvas::isFocused, outline::isFocused, canvas::take, this::canvasKey).listen(scene);
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        scene.setOnDragDropped(event -> {
            event.getDragboard().getFiles().stream().findFirst().ifPresent(file -> desk.openInWindow(file.toPath(),
                    isAtStart() ? Optional.of(this) : Optional.empty()));
            event.setDropCompleted(true);
        });
        stage.setScene(scene);
        IntStream.of(16, 24, 32, 48, 64, 128, 256).mapToObj("/io/plumbline/icon/app/plumbline-%d.png"::formatted)
                .map(icon -> new Image(DesignWindow.class.getResource(icon).toString())).forEach(stage.getIcons()::add);
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.setOnCloseRequest(event -> {
            if (!documents.mayLeave()) {
                event.consume();
            }
        });
    }

    /// Keys of the palette, of the gesture under way, and the ladder of Escape.
    private boolean canvasKey(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown() && !event.isMetaDown();
        if (event.getCode() == KeyCode.ESCAPE) {
            if (!canvas.cancel()) {
                workbench.select(List.of());
            }
            return true;
        }
        Optional<PaletteItem> item = plain ? PaletteItem.findByKey(event.getText()) : Optional.empty();
        item.ifPresent(each -> placer().choose(each, Optional.empty(), Placer.Times.ONCE));
        return item.isPresent();
    }

    private Placer placer() {
        return new Placer() {
            @Override
            public void choose(PaletteItem item, Optional<Element> model, Times times) {
                if (item == PaletteItem.CABLE) {
                    canvas.connect();
                } else {
                    canvas.place(item, model, times);
                }
            }

            @Override
            public void drag(PaletteItem item, double sceneX, double sceneY) {
                if (item != PaletteItem.CABLE) {
                    canvas.carry(item, sceneX, sceneY);
                }
            }

            @Override
            public void drop(PaletteItem item, double sceneX, double sceneY) {
                if (item == PaletteItem.CABLE) {
                    canvas.connect();
                } else {
                    canvas.drop(sceneX, sceneY);
                }
            }
        };
    }

    // --- what the window shows

    void showStart() {
        start.show(desk.settings().get().recent());
        root.getChildren().setAll(start);
        showState();
    }

    void showDesign() {
        if (isAtStart()) {
            frame.suit(stage.getScene().getWidth(), stage.getScene().getHeight());
            root.getChildren().setAll(frame);
        }
        showState();
        canvas.requestFocus();
    }

    boolean isAtStart() {
        return root.getChildren().contains(start) || root.getChildren().isEmpty();
    }

    /// Shows the design in a file; when it cannot be read, says so.
    public void open(Path file) {
        boolean wasAtStart = isAtStart();
        if (!documents.open(file) && wasAtStart) {
            workbench.open(Design.empty("New design"), Optional.empty());
        }
        showDesign();
    }

    boolean shows(Path file) {
        return !isAtStart() && workbench.now().file().map(Path::toAbsolutePath).map(Path::normalize)
                .filter(file.toAbsolutePath().normalize()::equals).isPresent();
    }

    void toFront() {
        stage.toFront();
        stage.requestFocus();
    }

    /// Closes the window unless somebody wants to keep the work; whether it is closed.
    boolean close() {
        if (documents.mayLeave()) {
            stage.close();
            return true;
        }
        return false;
    }

    public Workbench workbench() {
        return workbench;
    }

    public DesignCanvas canvas() {
        return canvas;
    }

    Stage stage() {
        return stage;
    }

    Documents documents() {
        return documents;
    }

    Dialogs dialogs() {
        return dialogs;
    }

    Notice notice() {
        return notice;
    }

    Toast toast() {
        return toast;
    }

    Actions actions() {
        return actions;
    }

    Panels panels() {
        return panels;
    }

    Inspector inspector() {
        return inspector;
    }

    FindingsPanel findings() {
        return findings;
    }

    void toggleTheme() {
        Appearance other = desk.look().isDark() ? Appearance.LIGHT : Appearance.DARK;
        desk.change(before -> before.withPreferences(before.preferences().withAppearance(other)));
    }
}
