package io.plumbline.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// What every element has: a name, remarks, flags, and the fields of its file entry that this version does not know.
///
/// `unknownFields` holds JSON text by field name, kept so that a newer program's fields survive a save by this one.
public record About(
        String name,
        Attribute<String> note,
        Attribute<SignedNote> signedNote,
        Attribute<SortedSet<Flag>> flags,
        SortedMap<String, String> unknownFields) implements Part {

    public About {
        unknownFields = unknownFields.isEmpty() ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(unknownFields));
    }

    public static About of(String name) {
        return new About(name, Attribute.unset(), Attribute.unset(), Attribute.unset(), Collections.emptySortedMap());
    }
}
