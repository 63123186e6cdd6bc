package io.plumbline.check;

import io.plumbline.model.Id;

/// Something that a rule could not judge: an unknown value decides, or the sources do not cover the case.
/// Listed under "what was not checked", never counted as a finding.
///
/// @param primary the element that would have been judged
/// @param reason  a sentence: "Cannot evaluate: needs teamingMode of Team1."
public record NotChecked(String rule, Id primary, String reason) implements Outcome {

    /// An unknown attribute decides.
    public static NotChecked needs(String rule, Id primary, String attribute, String elementName) {
        return new NotChecked(rule, primary, "Cannot evaluate: needs " + attribute + " of " + elementName + ".");
    }
}
