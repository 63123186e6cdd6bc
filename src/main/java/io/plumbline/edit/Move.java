package io.plumbline.edit;

import io.plumbline.model.Bend;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Place;
import io.plumbline.model.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Changes where elements stand and how cables are led, nothing else: no rule looks at it.
///
/// @param bendsById cables led by hand; no bends means that the drawing leads them again
public record Move(String label, Map<Id, Place> placeById, Map<Id, List<Bend>> bendsById) implements Edit {

    public Move {
        placeById = Map.copyOf(placeById);
        bendsById = Map.copyOf(bendsById);
    }

    /// "Move 3 elements".
    public static Move of(Design design, Map<Id, Place> placeById) {
        List<Element> elements = placeById.keySet().stream().flatMap(id -> design.find(id).stream()).toList();
        return new Move("Move " + Wording.of(elements), placeById, Map.of());
    }

    /// "Lead cable C1 by hand", or "Lead cable C1 automatically" without bends.
    public static Move ofCable(Design design, Id cable, List<Bend> bends) {
        String how = bends.isEmpty() ? " automatically" : " by hand";
        return new Move("Lead " + Wording.of(design.element(cable)) + how, Map.of(), Map.of(cable, bends));
    }

    @Override
    public Optional<String> obstacle(Design design) {
        if (placeById.isEmpty() && bendsById.isEmpty()) {
            return Optional.of("There is nothing to move.");
        }
        return Stream.concat(placeById.keySet().stream(), bendsById.keySet().stream())
                .filter(id -> design.find(id).isEmpty()).sorted().findFirst()
                .map(id -> "There is no element \"" + id + "\" to move.");
    }

    @Override
    public Design applyTo(Design design) {
        obstacle(design).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        View before = design.layout().view();
        View view = before.withPlaces(placeById);
        for (Map.Entry<Id, List<Bend>> cable : bendsById.entrySet()) {
            view = view.withBends(cable.getKey(), cable.getValue());
        }
        return view.equals(before) ? design : design.withLayout(design.layout().withView(view));
    }
}
