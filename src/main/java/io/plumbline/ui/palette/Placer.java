package io.plumbline.ui.palette;

/// Takes what the palette offers to the canvas.
public interface Placer {
    /// The item was clicked: the next click on the canvas places it; `times` says whether only that one.
    void choose(PaletteItem item, Times times);

    /// The item is being dragged and the pointer is at this place of the scene.
    void drag(PaletteItem item, double sceneX, double sceneY);

    /// The item was let go.
    void drop(PaletteItem item, double sceneX, double sceneY);

    enum Times {
        ONCE, UNTIL_ESCAPE
    }
}
