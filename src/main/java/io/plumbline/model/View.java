package io.plumbline.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// One drawing of the design: which element stands where.
///
/// @param placeById elements without a place are placed automatically
/// @param bendsById the bends of cables led by hand
public record View(String id, String name, String lens, PMap<Id, Place> placeById, PMap<Id, List<Bend>> bendsById,
        SortedMap<String, String> unknownFields) {

    public View {
        unknownFields = Collections.unmodifiableSortedMap(new TreeMap<>(unknownFields));
    }

    public static View of(String id, String name) {
        return new View(id, name, "physical", HashTreePMap.empty(), HashTreePMap.empty(), Collections.emptySortedMap());
    }

    public View withPlaces(Map<Id, Place> places) {
        return new View(id, name, lens, placeById.plusAll(places), bendsById, unknownFields);
    }

    public View withBends(Id cable, List<Bend> bends) {
        return new View(id, name, lens, placeById,
                bends.isEmpty() ? bendsById.minus(cable) : bendsById.plus(cable, List.copyOf(bends)), unknownFields);
    }

    View without(java.util.Collection<Id> ids) {
        return new View(id, name, lens, placeById.minusAll(ids), bendsById.minusAll(ids), unknownFields);
    }
}
