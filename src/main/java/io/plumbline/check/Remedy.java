package io.plumbline.check;

import io.plumbline.edit.Edit;
import io.plumbline.edit.Several;
import java.util.Objects;

/// A change that cures a finding: one step that can be undone. The rule is silent about the element afterwards, and no new
/// error exists.
///
/// @param label what is offered, in the words of a button: "Set JumboPacket 9014 on 4 NICs of CSV1+LM2"
public record Remedy(String label, Edit edit) {
    public Remedy {
        Objects.requireNonNull(label);
        Objects.requireNonNull(edit);
    }

    /// Changes that are offered, and undone, under one name.
    public static Remedy of(String label, Edit... edits) {
        return new Remedy(label, new Several(label, edits));
    }
}
