package io.plumbline.ui;

import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Part;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import io.plumbline.model.Type;
import io.plumbline.ui.text.Called;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds elements by name, kind, address, MAC or VLAN.
final class Search {
    private Search() {}

    static List<QuickBox.Entry> entries(Design design, Consumer<Id> go) {
        return design.all().filter(element -> element.kind() != Kind.PROJECT).map(element -> new QuickBox.Entry(
                element.kind().icon(), Called.in(design, element), detail(element), "", () -> go.accept(element.id())))
                .toList();
    }

    private static String detail(Element element) {
        String written = addresses(element).distinct().collect(Collectors.joining(" "));
        return written.isEmpty() ? element.kind().display() : element.kind().display() + "  " + written;
    }

    /// Everything in a part that has a notation of its own: addresses, MACs, VLANs, subnets.
    private static Stream<String> addresses(Part part) {
        Shape<?> shape = Shape.of(part.getClass());
        return shape.properties().stream().flatMap(property -> written(shape, part, property));
    }

    private static Stream<String> written(Shape<?> shape, Part part, Property property) {
        Object held = shape.get(part, property);
        Object value = held instanceof Attribute<?> attribute ? attribute.find().orElse(null) : held;
        return value == null || property.name().equals("id") ? Stream.empty() : written(property.type(), value);
    }

    private static Stream<String> written(Type type, Object value) {
        return switch (type) {
            case Type.Notation _ -> Stream.of(value.toString());
            case Type.Group _ -> addresses((Part) value);
            case Type.ListOf(Type item) -> ((Collection<?>) value).stream().flatMap(each -> written(item, each));
            case Type.SetOf(Type item) -> ((Collection<?>) value).stream().flatMap(each -> written(item, each));
            default -> Stream.empty();
        };
    }
}
