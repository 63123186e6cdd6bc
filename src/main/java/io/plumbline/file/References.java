package io.plumbline.file;

import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which references of a file lead nowhere.
///
/// An element may be referred to before it is read. So the first reading of a file only notes where references lead;
/// when one of them is wrong, the file is read again with all elements known, and the message has a line.
final class References {
    private final Map<Id, Kind> kindById;
    private final Set<Id> foreign;
    private final List<Id> ids = new ArrayList<>();
    private final List<Type.Reference> types = new ArrayList<>();

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

    /// What is wrong with a reference, or null.
    String wrong(Type.Reference type, Id id) {
        if (!tell()) {
            ids.add(id);
            types.add(type);
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

    /// Whether one of the references noted is wrong.
    boolean anyWrong(Map<Id, Kind> elements) {
        for (int i = 0; i < ids.size(); i++) {
            Kind kind = elements.get(ids.get(i));
            if (kind == null || !types.get(i).allows(kind)) {
                return true;
            }
        }
        return false;
    }
}
