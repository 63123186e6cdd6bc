package io.plumbline.ui;

import io.plumbline.ui.canvas.DesignCanvas;
import io.plumbline.ui.findings.FindingsPanel;
import io.plumbline.ui.inspector.Inspector;
import io.plumbline.ui.palette.Palette;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/// The commands that open panels and lead from one to the next.
final class PanelCommands {
    private final DesignWindow window;
    private final Panels panels;
    private final LeftPanel left;
    private final Palette palette;
    private final Inspector inspector;
    private final FindingsPanel findings;
    private final DesignCanvas canvas;

    PanelCommands(DesignWindow window, Panels panels, LeftPanel left, Palette palette, Inspector inspector,
            FindingsPanel findings, DesignCanvas canvas) {
        this.window = window;
        this.panels = panels;
        this.left = left;
        this.palette = palette;
        this.inspector = inspector;
        this.findings = findings;
        this.canvas = canvas;
    }

    void register(Actions actions) {
        actions.on(Command.PALETTE, left::togglePalette);
        actions.on(Command.OUTLINE, left::showOutline);
        actions.on(Command.INSPECTOR, () -> panels.right().set(!panels.right().get()));
        actions.on(Command.FINDINGS, () -> panels.bottom().set(!panels.bottom().get()));
        actions.on(Command.CALM, () -> panels.setAll(!panels.anyOpen()));
        actions.on(Command.FIND_IN_PALETTE, () -> {
            left.showPalette();
            palette.find();
        });
        actions.on(Command.INSPECT, () -> {
            panels.right().set(true);
            inspector.edit("name");
        });
        actions.on(Command.RENAME, () -> {
            panels.right().set(true);
            inspector.edit("name");
        }, () -> window.workbench().now().selection().isEmpty() ? Optional.of("Select something first.")
                : Optional.empty());
        actions.on(Command.NEXT_FINDING, () -> step(1), this::noFindings);
        actions.on(Command.PREVIOUS_FINDING, () -> step(-1), this::noFindings);
        actions.on(Command.NEXT_PANE, () -> walk(1));
        actions.on(Command.PREVIOUS_PANE, () -> walk(-1));
    }

    private Optional<String> noFindings() {
        return findings.isEmpty() ? Optional.of("There are no findings.") : Optional.empty();
    }

    private void step(int by) {
        if (!panels.bottom().get()) {
            panels.bottom().set(true);
            // The finding is centred in the canvas as it is when the panel is open.
            canvas.getScene().getRoot().layout();
        }
        findings.step(by);
    }

    /// From the palette over the canvas and the inspector to the findings, and round again.
    private void walk(int by) {
        List<Parent> panes = List.<Parent>of(left, canvas, inspector, findings).stream()
                .filter(pane -> pane.getScene() != null && isSeen(pane)).toList();
        Node focus = canvas.getScene() == null ? null : canvas.getScene().getFocusOwner();
        int at = -1;
        for (Node node = focus; node != null; node = node.getParent()) {
            at = Math.max(at, panes.indexOf(node));
        }
        Parent next = panes.get(Math.floorMod(at + by, panes.size()));
        focus(next);
    }

    private static boolean isSeen(Node pane) {
        for (Node node = pane; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// Focuses the first thing in a pane that takes the focus.
    private static boolean focus(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return false;
        }
        if (node.isFocusTraversable()) {
            node.requestFocus();
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(PanelCommands::focus);
    }
}
