package io.plumbline.model;

/// What people read about an attribute.
///
/// @param label    what a form calls it, with its unit
/// @param standard what holds when nobody said anything, in words; empty when nothing does
/// @param meaning  a sentence
public record AttributeText(String label, String standard, String meaning) {}
