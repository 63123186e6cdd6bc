package io.plumbline.ui.findings;

import io.plumbline.check.Finding;
import io.plumbline.check.Fingerprints;
import io.plumbline.edit.Accept;
import io.plumbline.edit.Put;
import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.ui.palette.Fresh;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Asks who accepts a finding as a risk, why and until when.
public final class RiskForm extends GridPane {
    private final TextArea reason = new TextArea();
    private final TextField author = new TextField();
    private final TextField owner = new TextField();
    private final DatePicker until = new DatePicker();
    private final Finding finding;
    private final Optional<AcceptedRisk> before;
    private final LocalDate today;

    public RiskForm(Finding finding, String who, LocalDate today) {
        this(finding, Optional.empty(), who, today);
    }

    /// @param before how it was accepted, when it is looked at again
    public RiskForm(Finding finding, Optional<AcceptedRisk> before, String who, LocalDate today) {
        super(12, 10);
        this.finding = finding;
        this.before = before;
        this.today = today;
        var message = new Label(finding.message());
        message.setWrapText(true);
        message.setMaxWidth(480);
        add(message, 0, 0, 2, 1);
        reason.setId("risk-reason");
        reason.setPrefRowCount(3);
        reason.setPromptText("Why it is accepted, in ten characters or more");
        reason.setWrapText(true);
        author.setId("risk-author");
        author.setText(who);
        owner.setId("risk-owner");
        owner.setPromptText("Who lives with it");
        until.setValue(today.plusMonths(6));
        until.setId("risk-until");
        before.ifPresent(risk -> {
            reason.setText(risk.reason());
            owner.setText(risk.owner().orElse(""));
        });
        addRow(1, new Label("Reason"), reason);
        addRow(2, new Label("Accepted by"), author);
        addRow(3, new Label("Owner"), owner);
        addRow(4, new Label("Review by"), until);
        setHgrow(reason, Priority.ALWAYS);
    }

    /// Whether something is still missing.
    public BooleanBinding incomplete() {
        return Bindings.createBooleanBinding(
                () -> reason.getText().strip().length() < 10 || author.getText().isBlank(), reason.textProperty(),
                author.textProperty());
    }

    public Accept accept(Design design) {
        return new Accept(accepted(design));
    }

    /// The same acceptance, resting on the facts of now.
    public Put keep(Design design) {
        return new Put("Keep " + finding.rule() + " accepted", List.of(accepted(design)));
    }

    private AcceptedRisk accepted(Design design) {
        var risk = before.orElseGet(
                () -> AcceptedRisk.of(Fresh.id(design, Kind.ACCEPTED_RISK), finding.rule()));
        risk = Element.with(risk, "ruleId", finding.rule());
        if (!finding.variant().isEmpty()) {
            risk = Element.with(risk, "variant", finding.variant());
        }
        risk = Element.with(risk, "elements", List.<Id>copyOf(finding.elements()));
        risk = Element.with(risk, "factsHash", Fingerprints.in(design).of(finding));
        risk = Element.with(risk, "reason", reason.getText().strip());
        risk = Element.with(risk, "author", author.getText().strip());
        risk = Element.with(risk, "date", today);
        risk = Element.with(risk, "owner",
                owner.getText().isBlank() ? Attribute.unset() : Attribute.of(owner.getText().strip()));
        return Element.with(risk, "until",
                Optional.ofNullable(until.getValue()).map(Attribute::of).orElse(Attribute.unset()));
    }
}
