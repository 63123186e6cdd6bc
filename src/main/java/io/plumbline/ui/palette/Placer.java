package io.plumbline.ui.palette;

import io.plumbline.model.Element;
import java.util.Optional;

/// Takes what the palette offers to the canvas.
public interface Placer {
    /// The item was clicked: the next click on the canvas places it.
    ///
    /// @param model out of the catalogue, for a switch or a NIC
    /// @param times whether only the next click places it
    void choose(PaletteItem item, Optional<Element> model, Times times);

    default void choose(PaletteItem item, Times times) {
        choose(item, Optional.empty(), times);
    }

    /// The item is being dragged and the pointer is at this place of the scene.
    void drag(PaletteItem item, double sceneX, double sceneY);

    /// The item was let go.
    void drop(PaletteItem item, double sceneX, double sceneY);

    enum Times {
        ONCE, UNTIL_ESCAPE
    }
}
