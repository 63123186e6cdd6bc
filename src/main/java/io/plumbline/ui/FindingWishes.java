package io.plumbline.ui;

import io.plumbline.check.Finding;
import io.plumbline.check.Remedy;
import io.plumbline.check.Report;
import io.plumbline.edit.Remove;
import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Id;
import io.plumbline.settings.SavedFilter;
import io.plumbline.ui.canvas.Evidence;
import io.plumbline.ui.findings.FindingsPanel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.TextField;

/// What the findings ask of their window.
final class FindingWishes implements FindingsPanel.Wishes {
    private final DesignWindow window;
    private final Desk desk;

    FindingWishes(DesignWindow window, Desk desk) {
        this.window = window;
        this.desk = desk;
    }

    @Override
    public void show(List<Id> elements, Optional<Finding> finding) {
        light(elements, finding);
        window.canvas().centre(elements.stream().limit(1).toList());
    }

    @Override
    public void showAll(List<Id> elements, Optional<Finding> finding) {
        light(elements, finding);
        window.canvas().fit(elements);
    }

    private void light(List<Id> elements, Optional<Finding> finding) {
        window.workbench().select(elements.stream().limit(1).toList());
        window.canvas().explain(finding.map(each -> Evidence.of(window.workbench().now().design(), each)));
    }

    @Override
    public void follow(Optional<Finding> finding) {
        if (window.canvas().isExplaining()) {
            window.canvas().explain(finding.map(each -> Evidence.of(window.workbench().now().design(), each)));
        }
    }

    @Override
    public void darken() {
        window.canvas().explain(Optional.empty());
    }

    @Override
    public void accept(Finding finding) {
        new FixCommands(window, desk).accept(finding);
    }

    @Override
    public void review(Report.Accepted accepted) {
        new FixCommands(window, desk).review(accepted);
    }

    @Override
    public void forget(AcceptedRisk risk) {
        var remove = new Remove("No longer accept " + risk.ruleId(), Set.of(risk.id()));
        window.workbench().perform(remove);
        window.toast().say(risk.ruleId() + " is no longer accepted.", Toast.Outcome.UNDOABLE);
    }

    @Override
    public void close() {
        window.panels().bottom().set(false);
    }

    @Override
    public void edit(Id element, String attribute) {
        window.workbench().select(List.of(element));
        window.canvas().reveal();
        window.panels().right().set(true);
        window.inspector().edit(attribute);
    }

    @Override
    public void fix(Finding finding) {
        new FixCommands(window, desk).choose(List.of(finding));
    }

    @Override
    public void apply(Finding finding, Remedy remedy) {
        new FixCommands(window, desk).apply(remedy.edit(), List.of(finding));
    }

    @Override
    public void fixAll(String rule) {
        new FixCommands(window, desk).fixAll(rule);
    }

    @Override
    public List<SavedFilter> filters() {
        return desk.settings().get().filters();
    }

    @Override
    public void keep(List<SavedFilter> filters) {
        desk.change(before -> before.withFilters(filters)).ifPresent(
                why -> window.toast().say(why, Toast.Outcome.REFUSED));
    }

    @Override
    public Optional<String> askForName(String proposal) {
        var name = new TextField(proposal);
        name.setId("filter-name");
        name.selectAll();
        return window.dialogs().ask("Save this filter as", name, "Save") ? Optional.of(name.getText())
                : Optional.empty();
    }
}
