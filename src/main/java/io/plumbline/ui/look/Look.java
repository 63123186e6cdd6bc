package io.plumbline.ui.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.plumbline.diagram.Face;
import io.plumbline.diagram.Theme;
import io.plumbline.diagram.Token;
import io.plumbline.ui.canvas.Fonts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// The looks of all windows: fonts, colours and sizes. The colours come from the same table as the drawing's, so that
/// window and canvas cannot drift apart.
public final class Look {
    private static final String SHEET = Objects.requireNonNull(
            Look.class.getResource("/io/plumbline/ui/plumbline.css")).toExternalForm();

    /// The names under which the style sheet of the controls looks its colours up.
    private static final String CONTROLS = """
            -color-bg-default: -pl-panel;
            -color-bg-overlay: -pl-raised;
            -color-bg-subtle: -pl-chrome;
            -color-bg-inset: -pl-inset;
            -color-fg-default: -pl-ink-1;
            -color-fg-muted: -pl-ink-2;
            -color-fg-subtle: -pl-ink-3;
            -color-fg-emphasis: -pl-on-accent;
            -color-border-default: -pl-line-2;
            -color-border-muted: -pl-line-1;
            -color-border-subtle: -pl-line-1;
            -color-accent-fg: -pl-accent-ink;
            -color-accent-emphasis: -pl-accent;
            -color-accent-muted: -pl-accent-line;
            -color-accent-subtle: -pl-accent-soft;
            -color-danger-fg: -pl-err-ink;
            -color-danger-emphasis: -pl-err;
            -color-danger-muted: -pl-err-line;
            -color-danger-subtle: -pl-err-soft;
            -color-warning-fg: -pl-warn-ink;
            -color-warning-emphasis: -pl-warn;
            -color-warning-muted: -pl-warn-line;
            -color-warning-subtle: -pl-warn-soft;
            -color-success-fg: -pl-ok-ink;
            -color-success-emphasis: -pl-ok;
            -color-success-muted: -pl-ok-line;
            -color-success-subtle: -pl-ok-soft;
            -color-neutral-emphasis-plus: -pl-ink-2;
            -color-neutral-emphasis: -pl-info;
            -color-neutral-muted: -pl-line-1;
            -color-neutral-subtle: -pl-inset;
            """;

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>();

    public Look(Theme first) {
        Fonts.of(Face.REGULAR, 12);
        theme.subscribe(now -> {
            if (now != null) {
                Application.setUserAgentStylesheet(isDark(now) ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
            }
        });
        theme.set(first);
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /// Dresses a scene, and changes its clothes whenever the theme changes.
    public void dress(Scene scene) {
        theme.subscribe(now -> scene.getStylesheets().setAll(sheets(now)));
    }

    /// As [#dress(Scene)], for what has no scene of its own yet, such as the content of a dialog.
    public void dress(Parent parent) {
        theme.subscribe(now -> parent.getStylesheets().setAll(sheets(now)));
    }

    public boolean isDark() {
        return isDark(theme.get());
    }

    private static boolean isDark(Theme theme) {
        return switch (theme) {
            case LIGHT, CONTRAST_WHITE -> false;
            case DARK, CONTRAST_BLACK -> true;
        };
    }

    private static List<String> sheets(Theme theme) {
        return List.of(asUrl(colours(theme)), SHEET);
    }

    /// A style sheet with a looked-up colour for every token.
    static String colours(Theme theme) {
        var css = new StringBuilder(".root {\n");
        for (Token token : Token.values()) {
            css.append("-pl-").append(token.cssName()).append(": ").append(web(theme.argb(token))).append(";\n");
        }
        css.append("-pl-field: ").append(isDark(theme) ? "-pl-inset" : "-pl-panel").append(";\n");
        return css.append(CONTROLS).append("}\n").toString();
    }

    private static String web(int argb) {
        return "rgba(%d, %d, %d, %s)".formatted(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF,
                Double.toString((argb >>> 24) / 255.0));
    }

    private static String asUrl(String css) {
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
