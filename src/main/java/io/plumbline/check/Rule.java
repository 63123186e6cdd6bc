package io.plumbline.check;

import java.util.stream.Stream;

/// One rule of the catalogue: a stateless record that looks at the facts and names faults.
///
/// A rule fires only on proof from known values (the documented defaults count as known). Where an unknown value
/// decides, it reports [NotChecked].
public interface Rule {

    /// The id in the catalogue, such as `NLB001`: public and never changed.
    String id();

    Stream<Outcome> check(Facts facts);
}
