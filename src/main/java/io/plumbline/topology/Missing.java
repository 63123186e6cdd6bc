package io.plumbline.topology;

import io.plumbline.model.Id;
import java.util.Comparator;

/// A value that would decide but is not known.
///
/// @param element   the element that lacks it
/// @param attribute its name in files (`lm.anyNetwork`)
public record Missing(Id element, String attribute) implements Comparable<Missing> {

    private static final Comparator<Missing> ORDER =
            Comparator.comparing(Missing::element).thenComparing(Missing::attribute);

    @Override
    public int compareTo(Missing other) {
        return ORDER.compare(this, other);
    }
}
