package io.plumbline.ui.inspector;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/// A control that edits one [Slot].
interface Editor {
    PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    PseudoClass CAUTION = PseudoClass.getPseudoClass("caution");
    PseudoClass MIXED = PseudoClass.getPseudoClass("mixed");
    PseudoClass UNSET = PseudoClass.getPseudoClass("unset");

    Node node();

    /// Shows what the slot holds now, and sends to it from now on.
    void show(Slot slot);
}
