package io.plumbline.edit;

import io.plumbline.model.Design;
import io.plumbline.model.Element;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Adds elements, or puts them in the place of those with the same ids: every change of an attribute is a `Put`.
public record Put(String label, List<Element> elements) implements Edit {

    public Put {
        elements = List.copyOf(elements);
    }

    /// "Add host HV1".
    public static Put add(Element... elements) {
        return add(List.of(elements));
    }

    public static Put add(Collection<? extends Element> elements) {
        return new Put("Add " + Wording.of(elements), List.copyOf(elements));
    }

    /// One attribute of elements set to one value: "Set JumboPacket of 2 NICs".
    ///
    /// @param path  the name in files, with dots into nested settings (`"rdma.enabled"`)
    /// @param value a plain value, or an attribute that is unknown or unset
    /// @param words the attribute as the inspector calls it
    public static Put set(Collection<? extends Element> elements, String path, Object value, String words) {
        String label = path.equals("name") ? "Rename " + Wording.of(elements)
                : "Set " + words + " of " + Wording.of(elements);
        return new Put(label, elements.stream().map(element -> Element.with((Element) element, path, value)).toList());
    }

    @Override
    public Optional<String> obstacle(Design design) {
        try {
            design.with(elements);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public Design applyTo(Design design) {
        boolean changes =
                elements.stream().anyMatch(element -> !design.find(element.id()).equals(Optional.of(element)));
        return changes ? design.with(elements) : design;
    }
}
