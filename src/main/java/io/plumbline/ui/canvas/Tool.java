package io.plumbline.ui.canvas;

import io.plumbline.ui.palette.PaletteItem;
import java.util.Optional;

/// What the pointer would do, and what the status bar says about it.
public record Tool(Kind kind, Optional<PaletteItem> item, String hint) {
    public enum Kind {
        SELECT, CONNECT, PLACE
    }

    static final Tool SELECT = new Tool(Kind.SELECT, Optional.empty(), "");

    static Tool of(Gesture gesture) {
        return switch (gesture) {
            case Connecting connecting -> new Tool(Kind.CONNECT, Optional.empty(), connecting.hint());
            case Ghost ghost -> new Tool(Kind.PLACE, Optional.of(ghost.item()), ghost.hint());
            default -> new Tool(Kind.SELECT, Optional.empty(), gesture.hint());
        };
    }
}
