package io.plumbline.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A key with its modifiers. Letters are matched by the character typed; digits, plus and minus by any key that gives
/// them, so that the keys exist on every layout.
///
/// @param command Ctrl, or Cmd on a Mac
record Key(boolean command, boolean alt, boolean shift, String name) {
    private static final boolean MAC = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
    /// The unshifted digit row of AZERTY under Linux.
    private static final String AZERTY_DIGITS = "à&é\"'(-è_ç";

    /// Reads `Ctrl+Shift+S`, `Alt+1`, `Shift+F8`, `H`, `Ctrl++`.
    static Key of(String text) {
        boolean plus = text.endsWith("++") || text.equals("+");
        Set<String> parts = Set.of((plus ? text.substring(0, text.length() - 1) : text).split("\\+"));
        String last = plus ? "+" : text.substring(text.lastIndexOf('+') + 1);
        return new Key(parts.contains("Ctrl"), parts.contains("Alt"), parts.contains("Shift"), last);
    }

    boolean matches(KeyEvent event) {
        boolean extra = MAC ? event.isControlDown() : event.isMetaDown();
        boolean shiftFits = event.isShiftDown() == shift || isCharacter();
        return event.isShortcutDown() == command && event.isAltDown() == alt && shiftFits && !extra && named(event);
    }

    /// Whether the key is told by the character it gives: whatever modifier the layout needs for it does not count.
    private boolean isCharacter() {
        return name.equals("+") || name.equals("?") || isDigit();
    }

    private boolean isDigit() {
        return name.length() == 1 && Character.isDigit(name.charAt(0));
    }

    private boolean named(KeyEvent event) {
        KeyCode code = event.getCode();
        return switch (name) {
            case "+" -> code == KeyCode.PLUS || code == KeyCode.EQUALS || code == KeyCode.ADD
                    || event.getText().equals("+");
            case "-" -> code == KeyCode.MINUS || code == KeyCode.SUBTRACT || event.getText().equals("-");
            case "," -> code == KeyCode.COMMA || event.getText().equals(",");
            case "?" -> event.getText().equals("?");
            default -> isDigit() ? isDigit(event) : code == code().orElse(null);
        };
    }

    private boolean isDigit(KeyEvent event) {
        int digit = name.charAt(0) - '0';
        return event.getCode() == KeyCode.valueOf("DIGIT" + digit)
                || event.getCode() == KeyCode.valueOf("NUMPAD" + digit)
                || event.getText().equals(name)
                || event.getText().equals(String.valueOf(AZERTY_DIGITS.charAt(digit)));
    }

    private Optional<KeyCode> code() {
        return Stream.of(KeyCode.values()).filter(code -> code.getName().equalsIgnoreCase(switch (name) {
            case "Esc" -> "Esc";
            case "Del" -> "Delete";
            case "PageUp" -> "Page Up";
            case "PageDown" -> "Page Down";
            default -> name;
        })).findFirst();
    }

    /// As menus show it on this machine.
    String display() {
        if (MAC) {
            return (shift ? "⇧" : "") + (alt ? "⌥" : "") + (command ? "⌘" : "") + name;
        }
        return (command ? "Ctrl+" : "") + (alt ? "Alt+" : "") + (shift ? "Shift+" : "") + name;
    }
}
