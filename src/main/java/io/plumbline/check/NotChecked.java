package io.plumbline.check;

import io.plumbline.model.Id;
import io.plumbline.topology.Missing;
import java.util.Optional;

/// Something that a rule could not judge: an unknown value decides, or the sources do not cover the case.
/// Listed under "what was not checked", never counted as a finding.
///
/// @param primary the element that would have been judged
/// @param reason  a sentence: "Cannot evaluate: needs teamingMode of Team1."
/// @param needs   the attribute that has to be known, where it is one
public record NotChecked(String rule, Id primary, String reason, Optional<Missing> needs) implements Outcome {

    public NotChecked(String rule, Id primary, String reason) {
        this(rule, primary, reason, Optional.empty());
    }

    /// An unknown attribute decides.
    public static NotChecked needs(String rule, Id primary, Missing missing, String elementName) {
        return new NotChecked(rule, primary,
                "Cannot evaluate: needs " + missing.attribute() + " of " + elementName + ".", Optional.of(missing));
    }
}
