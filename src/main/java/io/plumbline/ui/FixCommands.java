package io.plumbline.ui;

import io.plumbline.check.Finding;
import io.plumbline.check.Remedies.Cure;
import io.plumbline.check.Report;
import io.plumbline.check.Severity;
import io.plumbline.edit.Edit;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.ui.findings.FixAllForm;
import io.plumbline.ui.findings.FixForm;
import io.plumbline.ui.findings.RiskForm;
import io.plumbline.workbench.State;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;

/// What can be done about findings: cure them, or live with them.
final class FixCommands {
    private final DesignWindow window;
    private final Desk desk;

    FixCommands(DesignWindow window, Desk desk) {
        this.window = window;
        this.desk = desk;
    }

    void register(Actions actions) {
        actions.on(Command.QUICK_FIX, () -> choose(meant()), () -> meant().isEmpty()
                ? Optional.of("Choose a finding, or an element that has one.") : obstacle());
        actions.on(Command.FIX_ALL, () -> meant().stream().findFirst().ifPresent(finding -> fixAll(finding.rule())),
                () -> meant().isEmpty() ? Optional.of("Choose a finding first.") : obstacle());
        actions.on(Command.ACCEPT_RISK, () -> window.findings().chosen().ifPresent(this::accept),
                () -> window.findings().chosen().isEmpty() ? Optional.of("Choose a finding first.")
                        : Optional.empty());
    }

    /// Quick fixes are tried against the design that was checked.
    private Optional<String> obstacle() {
        return window.workbench().now().isChecked() ? Optional.empty()
                : Optional.of("The design is being checked; try again in a moment.");
    }

    /// The finding that is chosen, and unless somebody works in the list, all about the selected elements.
    private List<Finding> meant() {
        State state = window.workbench().now();
        Optional<Finding> chosen = window.findings().chosen().filter(state.report().findings()::contains);
        Set<Id> selected = Set.copyOf(state.selection());
        var found = new LinkedHashSet<Finding>();
        chosen.filter(finding -> window.findings().hasFocus() || selected.isEmpty()
                || finding.elements().stream().anyMatch(selected::contains)).ifPresent(found::add);
        if (!window.findings().hasFocus() || chosen.isEmpty()) {
            Stream<Finding> causes = state.report().findings().stream()
                    .filter(finding -> selected.contains(finding.primary()));
            Stream<Finding> others = state.report().findings().stream()
                    .filter(finding -> finding.elements().stream().anyMatch(selected::contains));
            Stream.concat(causes, others).forEach(found::add);
        }
        return new ArrayList<>(found);
    }

    /// Offers what can be done about findings, with a preview of each.
    void choose(List<Finding> findings) {
        Report report = window.workbench().now().report();
        var form = new FixForm(report, findings, desk.elsewhere(), Platform::runLater);
        var yes = new ButtonType("Apply fix", ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = window.dialogs().dialog(findings.size() == 1
                ? findings.getFirst().rule() + ": " + findings.getFirst().page().title() : "Quick fixes", form,
                List.of(yes, new ButtonType("Cancel", ButtonData.CANCEL_CLOSE)));
        dialog.setResizable(true);
        Button apply = (Button) dialog.getDialogPane().lookupButton(yes);
        apply.disableProperty().bind(form.nothingChosen());
        apply.textProperty().bind(form.verb());
        form.onAccept(apply::fire);
        dialog.getDialogPane().setPrefSize(860, 460);
        if (!dialog.showAndWait().equals(Optional.of(yes))) {
            return;
        }
        form.chosen().ifPresent(offer -> {
            switch (offer) {
                case FixForm.Offer.Repair(Finding finding, var remedy) -> apply(remedy.edit(), List.of(finding));
                case FixForm.Offer.All(Finding finding, _) -> fixAll(finding.rule());
                case FixForm.Offer.Risk(Finding finding) -> accept(finding);
            }
        });
    }

    /// Offers to cure all findings of a rule in one step.
    void fixAll(String rule) {
        var form = new FixAllForm(window.workbench().now().report(), rule, desk.elsewhere(), Platform::runLater);
        var yes = new ButtonType("Apply", ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = window.dialogs().dialog("Fix all findings of " + rule, form,
                List.of(yes, new ButtonType("Cancel", ButtonData.CANCEL_CLOSE)));
        dialog.setResizable(true);
        Button apply = (Button) dialog.getDialogPane().lookupButton(yes);
        apply.disableProperty().bind(form.nothingToApply());
        dialog.getDialogPane().setPrefSize(860, 580);
        form.nothingToApply().addListener((_, _, nothing) -> {
            if (!nothing && !(dialog.getDialogPane().getScene().getFocusOwner() instanceof CheckBox)) {
                apply.requestFocus();
            }
        });
        if (dialog.showAndWait().equals(Optional.of(yes))) {
            form.cure().ifPresent((Cure cure) -> apply(cure.edit(), cure.cured()));
        }
    }

    /// Does a quick fix as one step, says what it cleared, and shows for a moment what is gone.
    void apply(Edit edit, List<Finding> cured) {
        Optional<String> obstacle = obstacle().or(() -> edit.obstacle(window.workbench().now().design()));
        if (obstacle.isPresent()) {
            window.toast().say(obstacle.get(), Toast.Outcome.REFUSED);
            return;
        }
        Report before = window.workbench().now().report();
        window.findings().showFixed(cured);
        window.workbench().perform(window.canvas().keepingPlaces(edit));
        Design changed = window.workbench().now().design();
        onceChecked(changed,
                after -> window.toast().say(edit.label() + "." + cleared(before, after), Toast.Outcome.UNDOABLE));
    }

    /// Calls back with the report of this design, unless it is changed before there is one.
    private void onceChecked(Design design, Consumer<Report> told) {
        State now = window.workbench().now();
        if (now.isChecked()) {
            told.accept(now.report());
            return;
        }
        window.workbench().state().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable state) {
                State then = window.workbench().now();
                if (then.isChecked() || then.design() != design) {
                    state.removeListener(this);
                }
                if (then.isChecked() && then.design() == design) {
                    told.accept(then.report());
                }
            }
        });
    }

    /// " 2 errors and 1 warning cleared."
    private static String cleared(Report before, Report after) {
        List<String> parts = Stream.of(Severity.values()).flatMap(severity -> {
            long gone = before.count(severity) - after.count(severity);
            String word = switch (severity) {
                case ERROR -> gone == 1 ? "error" : "errors";
                case WARNING -> gone == 1 ? "warning" : "warnings";
                case ADVICE -> gone == 1 ? "piece of advice" : "pieces of advice";
            };
            return gone > 0 ? Stream.of(gone + " " + word) : Stream.empty();
        }).collect(Collectors.toList());
        return parts.isEmpty() ? "" : " " + String.join(", ", parts) + " cleared.";
    }

    void accept(Finding finding) {
        var form = new RiskForm(finding, System.getProperty("user.name", ""), desk.today());
        var yes = new ButtonType("Accept risk", ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = window.dialogs().dialog("Accept " + finding.rule() + " as a risk", form,
                List.of(yes, new ButtonType("Cancel", ButtonData.CANCEL_CLOSE)));
        dialog.getDialogPane().lookupButton(yes).disableProperty().bind(form.incomplete());
        if (dialog.showAndWait().equals(Optional.of(yes))) {
            window.workbench().perform(form.accept(window.workbench().now().design()));
        }
    }

    /// Asks whether a risk whose facts changed is still accepted.
    void review(Report.Accepted accepted) {
        var form = new RiskForm(accepted.finding(), Optional.of(accepted.risk()), System.getProperty("user.name", ""),
                desk.today());
        var keep = new ButtonType("Keep accepted", ButtonData.OK_DONE);
        var withdraw = new ButtonType("Withdraw", ButtonData.OTHER);
        Dialog<ButtonType> dialog = window.dialogs().dialog("Review the accepted risk " + accepted.finding().rule(),
                form, List.of(keep, withdraw, new ButtonType("Cancel", ButtonData.CANCEL_CLOSE)));
        dialog.getDialogPane().lookupButton(keep).disableProperty().bind(form.incomplete());
        Optional<ButtonType> answer = dialog.showAndWait();
        if (answer.equals(Optional.of(keep))) {
            window.workbench().perform(form.keep(window.workbench().now().design()));
        } else if (answer.equals(Optional.of(withdraw))) {
            new FindingWishes(window, desk).forget(accepted.risk());
        }
    }
}
