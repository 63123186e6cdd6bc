package io.plumbline.model;

/// One attribute of a [Part], found by the name it has in files.
///
/// @param name       the name in files
/// @param type       what it holds
/// @param attribute  whether it may be unset or unknown; otherwise it always has a value
/// @param required   whether the part cannot be made without it
/// @param atLeast    fewer references than this leave the element without meaning
/// @param component  the place of the record component that holds it
/// @param inner      the place inside the inlined part, or -1
public record Property(String name, Type type, boolean attribute, boolean required, int atLeast, int component,
        int inner) {}
