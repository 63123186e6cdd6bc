package io.plumbline.check;

import io.plumbline.model.Id;

/// One piece of evidence: what about which element proves a finding.
///
/// @param element   the element
/// @param attribute its attribute by the name in files, or a derived fact in words ("lands on")
/// @param value     the value as people read it
public record Proof(Id element, String attribute, String value) {}
