package io.plumbline.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ThemeTest {
    private static final double TEXT = 4.5;
    private static final double GRAPHICS = 3;
    private static final double HIGH = 7;

    /// What is written on what, and what has to be told from what.
    private record Pair(Token over, Token under) {}

    private static final List<Pair> TEXTS = List.of(new Pair(Token.INK_1, Token.PANEL),
            new Pair(Token.INK_1, Token.CANVAS), new Pair(Token.INK_1, Token.HOST_HEAD),
            new Pair(Token.INK_1, Token.NIC_FILL), new Pair(Token.INK_1, Token.CHASSIS_FACE),
            new Pair(Token.INK_2, Token.PANEL), new Pair(Token.INK_2, Token.CANVAS),
            new Pair(Token.INK_2, Token.VM_FILL), new Pair(Token.INK_2, Token.VS_FILL),
            new Pair(Token.INK_2, Token.TEAM_FILL), new Pair(Token.INK_2, Token.MOS_FILL),
            new Pair(Token.INK_2, Token.NIC_FILL), new Pair(Token.INK_3, Token.PANEL),
            new Pair(Token.INK_3, Token.HOST_HEAD), new Pair(Token.VM_INK, Token.VM_FILL),
            new Pair(Token.VS_INK, Token.VS_FILL), new Pair(Token.TEAM_INK, Token.TEAM_FILL),
            new Pair(Token.CHASSIS_INK, Token.CHASSIS_FACE), new Pair(Token.CHASSIS_INK2, Token.CHASSIS_FACE),
            new Pair(Token.CHASSIS_INK2, Token.CHASSIS), new Pair(Token.PORT_INK, Token.PORT_FILL),
            new Pair(Token.PORT_FREE_INK, Token.PORT_FREE), new Pair(Token.NOTE_INK, Token.NOTE_FILL),
            new Pair(Token.PANEL, Token.K3), new Pair(Token.K3, Token.PANEL), new Pair(Token.ACCENT_INK, Token.PANEL),
            new Pair(Token.ERR_INK, Token.PANEL), new Pair(Token.WARN_INK, Token.PANEL),
            new Pair(Token.OK_INK, Token.PANEL), new Pair(Token.ON_ACCENT, Token.ACCENT));

    private static final List<Pair> LINES = List.of(new Pair(Token.CABLE, Token.CANVAS),
            new Pair(Token.LINE_3, Token.PANEL), new Pair(Token.PORT_LINE, Token.PORT_FILL),
            new Pair(Token.PORT_FREE_LINE, Token.PORT_FREE), new Pair(Token.CHASSIS_LINE, Token.CANVAS),
            new Pair(Token.TEAM_LINE, Token.HOST_FILL), new Pair(Token.NIC_LINE, Token.HOST_FILL),
            new Pair(Token.JACK, Token.CANVAS), new Pair(Token.ACCENT, Token.CANVAS),
            new Pair(Token.ERR, Token.PANEL), new Pair(Token.INFO, Token.PANEL), new Pair(Token.OK, Token.PANEL),
            new Pair(Token.WARN_INK, Token.HOST_FILL), new Pair(Token.ERR, Token.TEAM_FILL),
            new Pair(Token.K1, Token.PANEL), new Pair(Token.K2, Token.PANEL), new Pair(Token.K4, Token.PANEL),
            new Pair(Token.ERR_GLYPH, Token.ERR), new Pair(Token.WARN_GLYPH, Token.WARN),
            new Pair(Token.INFO_GLYPH, Token.INFO), new Pair(Token.OK_GLYPH, Token.OK));

    @ParameterizedTest
    @EnumSource
    void textCanBeRead(Theme theme) {
        double least = isHighContrast(theme) ? HIGH : TEXT;
        assertEquals("", tooFaint(theme, TEXTS, least));
    }

    @ParameterizedTest
    @EnumSource
    void linesCanBeSeen(Theme theme) {
        double least = isHighContrast(theme) ? HIGH : GRAPHICS;
        assertEquals("", tooFaint(theme, LINES, least));
    }

    private static String tooFaint(Theme theme, List<Pair> pairs, double least) {
        return pairs.stream().filter(pair -> contrast(theme.argb(pair.over()), theme.argb(pair.under())) < least)
                .map(pair -> pair.over().cssName() + " on " + pair.under().cssName() + ": "
                        + contrast(theme.argb(pair.over()), theme.argb(pair.under())))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aPaleAmberIsSeenToBePale() {
        assertTrue(contrast(Theme.LIGHT.argb(Token.WARN), Theme.LIGHT.argb(Token.PANEL)) < GRAPHICS);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.INCLUDE, names = {"CONTRAST_BLACK", "CONTRAST_WHITE"})
    void highContrastHasNoTintAndNoOpacityBetween(Theme theme) {
        for (Fade fade : Fade.values()) {
            double opacity = theme.opacity(fade);
            assertTrue(opacity == 0 || opacity == 1, fade + ": " + opacity);
        }
        for (Token token : Token.values()) {
            assertEquals(0xFF, theme.argb(token) >>> 24, token.cssName());
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, LANE, 0.17", "DARK, LANE, 0.22", "LIGHT, HALO, 0.18", "DARK, HALO, 0.26", "LIGHT, DIM, 0.34",
            "DARK, DIM, 0.32", "LIGHT, RING, 0.2"})
    void theOpacitiesAreThoseOfTheVisualDesign(Theme theme, Fade fade, double opacity) {
        assertEquals(opacity, theme.opacity(fade));
    }

    @Test
    void anInkIsItsTokenWithItsFade() {
        assertEquals(0xFF1E8370, Theme.LIGHT.argb(Token.K1));
        assertEquals(0x2B1E8370, Theme.LIGHT.argb(Ink.of(Token.K1, Fade.LANE)));
        assertEquals(0x0E7888A0, Theme.LIGHT.argb(Token.FRAME_FILL));
        assertEquals(0, Theme.LIGHT.argb(Ink.NONE) >>> 24);
    }

    @Test
    void namesAreThoseOfStyleSheets() {
        assertEquals(List.of("canvas-dot", "chassis-ink2", "k8"), Arrays.asList(Token.CANVAS_DOT.cssName(),
                Token.CHASSIS_INK2.cssName(), Token.K8.cssName()));
        assertEquals("contrast-black", Theme.CONTRAST_BLACK.cssName());
    }

    private static boolean isHighContrast(Theme theme) {
        return theme == Theme.CONTRAST_BLACK || theme == Theme.CONTRAST_WHITE;
    }

    /// The ratio of WCAG 2.
    private static double contrast(int a, int b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int argb) {
        return 0.2126 * channel(argb >> 16) + 0.7152 * channel(argb >> 8) + 0.0722 * channel(argb);
    }

    private static double channel(int value) {
        double part = (value & 0xFF) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
