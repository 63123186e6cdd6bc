package io.plumbline.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Which panels are open.
///
/// @param left      palette and outline; closed, a rail of icons stays
/// @param right     the inspector
/// @param bottom    the findings; closed, a strip with the counts stays
record Panels(BooleanProperty left, BooleanProperty right, BooleanProperty bottom) {
    static Panels allOpen() {
        return new Panels(new SimpleBooleanProperty(true), new SimpleBooleanProperty(true),
                new SimpleBooleanProperty(true));
    }

    boolean anyOpen() {
        return left.get() || right.get() || bottom.get();
    }

    void setAll(boolean open) {
        left.set(open);
        right.set(open);
        bottom.set(open);
    }
}
