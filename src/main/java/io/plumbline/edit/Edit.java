package io.plumbline.edit;

import io.plumbline.model.Design;
import java.util.Optional;

/// One change to a design, as the Edit menu names it. Everything a person, an import or a remedy changes is one of these.
public sealed interface Edit permits Put, Remove, Move, Accept, Several {

    /// As the menu says it behind "Undo": "Delete host HV1".
    String label();

    /// Why it cannot be done now, in one sentence for the tooltip of the disabled menu item.
    Optional<String> obstacle(Design design);

    /// The changed design; the same one when there is nothing to change.
    ///
    /// @throws IllegalArgumentException when there is an [obstacle][#obstacle(Design)]
    Design applyTo(Design design);
}
