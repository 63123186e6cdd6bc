package io.plumbline.edit;

import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Design;
import java.util.Optional;

/// Accepts a finding: it is shown and printed as accepted, with who and why.
public record Accept(AcceptedRisk risk) implements Edit {
    private static final int SHORTEST_REASON = 10;

    @Override
    public String label() {
        return "Accept " + risk.ruleId();
    }

    @Override
    public Optional<String> obstacle(Design design) {
        if (risk.ruleId().isBlank()) {
            return Optional.of("Say which rule's finding is accepted.");
        }
        if (risk.reason().strip().length() < SHORTEST_REASON) {
            return Optional.of("Say in at least %d characters why the risk is accepted.".formatted(SHORTEST_REASON));
        }
        if (risk.author().isBlank()) {
            return Optional.of("Say who accepts the risk.");
        }
        return Put.add(risk).obstacle(design);
    }

    @Override
    public Design applyTo(Design design) {
        obstacle(design).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return Put.add(risk).applyTo(design);
    }
}
