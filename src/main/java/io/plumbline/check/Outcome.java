package io.plumbline.check;

import io.plumbline.model.Id;

/// What a rule says about an element: a fault, or that it could not tell.
public sealed interface Outcome permits Finding, NotChecked {

    String rule();

    Id primary();
}
