package io.plumbline.check;

import io.plumbline.model.Id;

/// Something unfinished in the drawing: shown calmly and counted apart, never a finding.
public record ToDo(Id element, String text) {}
