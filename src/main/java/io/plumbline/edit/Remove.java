package io.plumbline.edit;

import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes elements away, with what cannot be without them (the NICs of a host, the cables of a port) and with every
/// reference to any of it.
public record Remove(String label, Set<Id> ids) implements Edit {

    public Remove {
        ids = Set.copyOf(ids);
    }

    /// "Delete host HV1"; what goes along is not counted.
    public static Remove of(Design design, Collection<Id> ids) {
        List<Element> elements = ids.stream().distinct().flatMap(id -> design.find(id).stream()).toList();
        return new Remove("Delete " + Wording.of(elements), Set.copyOf(ids));
    }

    @Override
    public Optional<String> obstacle(Design design) {
        if (ids.contains(Design.PROJECT)) {
            return Optional.of("The design as a whole cannot be deleted.");
        }
        return ids.stream().anyMatch(id -> design.find(id).isPresent()) ? Optional.empty()
                : Optional.of("There is nothing to delete.");
    }

    @Override
    public Design applyTo(Design design) {
        obstacle(design).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return design.without(ids);
    }
}
