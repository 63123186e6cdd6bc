package io.plumbline.edit;

import io.plumbline.model.Design;
import java.util.List;
import java.util.Optional;

/// Edits that are one step: what a gesture, a remedy or an import does. All of them are done, or none.
public record Several(String label, List<Edit> edits) implements Edit {

    public Several {
        edits = List.copyOf(edits);
    }

    public Several(String label, Edit... edits) {
        this(label, List.of(edits));
    }

    @Override
    public Optional<String> obstacle(Design design) {
        Design sofar = design;
        for (Edit edit : edits) {
            Optional<String> obstacle = edit.obstacle(sofar);
            if (obstacle.isPresent()) {
                return obstacle;
            }
            sofar = edit.applyTo(sofar);
        }
        return edits.isEmpty() ? Optional.of("There is nothing to change.") : Optional.empty();
    }

    @Override
    public Design applyTo(Design design) {
        Design sofar = design;
        for (Edit edit : edits) {
            sofar = edit.applyTo(sofar);
        }
        return sofar;
    }
}
