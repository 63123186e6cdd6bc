package io.plumbline.ui.palette;

import io.plumbline.edit.Edit;
import io.plumbline.model.Id;
import java.util.List;

/// What comes of placing something.
public sealed interface Placed {
    /// It can be done: the edit, and what is selected then.
    record Done(Edit edit, List<Id> selection) implements Placed {}

    /// It cannot be done here, and why.
    record Refused(String why) implements Placed {}
}
