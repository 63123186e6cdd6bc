package io.plumbline.file;

import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Which references of a file lead nowhere.
///
/// An element may be referred to before it is read. So the first reading of a file tells nothing; when a reference turns
/// out wrong as the design is made of it, the file is read again with all elements known, and the message has a line.
final class References {
    private final Map<Id, Kind> kindById;
    private final Set<Id> foreign;
    private final List<Id> drawn = new ArrayList<>();

    /// @param kindById all elements of the file, or null when they are not known yet
    /// @param foreign  elements of kinds that this version does not know
    References(Map<Id, Kind> kindById, Set<Id> foreign) {
        this.kindById = kindById;
        this.foreign = foreign;
    }

    /// Whether the elements are known and wrong references can be told.
    boolean tell() {
        return kindById != null;
    }

    boolean isForeign(Id id) {
        return foreign.contains(id);
    }

    /// What is wrong with the reference of a place on the drawing, or null: no design checks those.
    String wrongOnDrawing(Type.Reference type, Id id) {
        if (!tell()) {
            drawn.add(id);
        }
        return wrong(type, id);
    }

    /// What is wrong with a reference, or null.
    String wrong(Type.Reference type, Id id) {
        if (!tell()) {
            return null;
        }
        Kind kind = kindById.get(id);
        if (kind != null) {
            return type.allows(kind) ? null
                    : "\"" + id + "\" is a " + kind.word() + "; expected " + type.describe() + ".";
        }
        return foreign.contains(id) ? "\"" + id + "\" is of a kind that this version of Plumbline does not know."
                : "There is no element \"" + id + "\".";
    }

    /// Whether something was drawn that is none of these elements.
    boolean anyWrong(Predicate<Id> isElement) {
        return !drawn.stream().allMatch(isElement);
    }
}
