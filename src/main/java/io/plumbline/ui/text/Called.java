package io.plumbline.ui.text;

import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.topology.Names;

/// What elements are called in lists, fields and titles: as in sentences, without the quotes that only a sentence needs.
public final class Called {
    private Called() {}

    public static String in(Design design, Id id) {
        return Names.of(design).of(id).replace("\"", "");
    }

    public static String in(Design design, Element element) {
        return Names.of(design).of(element).replace("\"", "");
    }
}
