package io.plumbline.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything about the drawing that says nothing about the network. There is always at least one view; the first is
/// the one shown.
public record Layout(List<View> views, SortedMap<String, String> unknownFields) {

    public static final Layout EMPTY = new Layout(List.of(View.of("v-1", "Physical")), Collections.emptySortedMap());

    public Layout {
        views = views.isEmpty() ? List.of(View.of("v-1", "Physical")) : List.copyOf(views);
        unknownFields = Collections.unmodifiableSortedMap(new TreeMap<>(unknownFields));
    }

    public View view() {
        return views.getFirst();
    }

    public Layout withView(View changed) {
        return new Layout(views.stream().map(view -> view.id().equals(changed.id()) ? changed : view).toList(),
                unknownFields);
    }

    public Layout withPlaces(Map<Id, Place> places) {
        return withView(view().withPlaces(places));
    }

    Layout without(Collection<Id> ids) {
        return new Layout(views.stream().map(view -> view.without(ids)).toList(), unknownFields);
    }
}
