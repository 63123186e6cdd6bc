package io.plumbline.diagram;

import java.net.URL;

/// A font file that travels with the program. Weights are chosen by family name because neither JavaFX nor a browser
/// agrees with the other on what weight 500 of a family is.
///
/// Figures have a face of their own: the plain zero and the equal widths of addresses, frame sizes and port numbers.
public enum Face {
    REGULAR("Inter-Regular.ttf", "Inter", 400),
    MEDIUM("Inter-Medium.ttf", "Inter Medium", 500),
    SEMI_BOLD("Inter-SemiBold.ttf", "Inter Semi Bold", 600),
    BOLD("Inter-Bold.ttf", "Inter", 700),
    DISPLAY("InterDisplay-SemiBold.ttf", "Inter Display Semi Bold", 600),
    FIGURES("PlumbFigures-Medium.ttf", "Plumb Figures Medium", 500),
    FIGURES_SEMI_BOLD("PlumbFigures-SemiBold.ttf", "Plumb Figures SemiBold", 600),
    CODE("JetBrainsMono-Regular.ttf", "JetBrains Mono", 400);

    private static final double LEAST_PIXELS = 10;

    private final String file;
    private final String family;
    private final int weight;

    Face(String file, String family, int weight) {
        this.file = file;
        this.family = family;
        this.weight = weight;
    }

    /// The file name, `Inter-Regular.ttf`.
    public String file() {
        return file;
    }

    /// The family under which JavaFX knows the loaded file.
    public String family() {
        return family;
    }

    public int weight() {
        return weight;
    }

    /// The font file itself.
    public URL resource() {
        URL url = Face.class.getResource("font/" + file);
        if (url == null) {
            throw new IllegalStateException("The program is incomplete: font " + file + " is missing.");
        }
        return url;
    }

    /// The families of a style sheet, from the file itself to what every system has.
    String cssFamilies() {
        return switch (this) {
            case REGULAR, MEDIUM, SEMI_BOLD, BOLD -> "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
            case DISPLAY -> "'Inter Display', Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
            case FIGURES, FIGURES_SEMI_BOLD ->
                    "'Plumb Figures', Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
            case CODE -> "'JetBrains Mono', Consolas, 'DejaVu Sans Mono', monospace";
        };
    }

    /// How wide a text is when one em is one pixel.
    public double ems(String text) {
        return Advances.of(this).ems(text);
    }

    public double width(String text, double size) {
        return ems(text) * size;
    }

    /// How wide a text becomes at most at this zoom and above, up to 100 %, measured at 100 %: it is drawn in whole
    /// pixels and never under ten of them, so it shrinks less than what is around it.
    public double widest(String text, double size, double zoom) {
        return ems(text) * Math.max(LEAST_PIXELS / zoom, size + 0.5 / zoom);
    }

    /// The text, shortened with an ellipsis so that it fits; empty where not even one letter would.
    public String fit(String text, double size, double max) {
        return Advances.of(this).fit(text, max / size);
    }
}
