package io.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTest {
    private static final EventType<KeyEvent> PRESSED = KeyEvent.KEY_PRESSED;

    @ParameterizedTest(name = "{0} is {1} with the text \"{2}\" and {3}: {4}")
    @CsvSource(nullValues = "-", value = {
            "Ctrl+S, S, s, ctrl, true", "Ctrl+S, S, S, ctrl shift, false", "Ctrl+Shift+S, S, S, ctrl shift, true",
            "Ctrl+S, S, s, none, false", "Ctrl+S, S, s, ctrl alt, false",
            "H, H, h, none, true", "H, H, H, shift, false", "H, G, g, none, false",
            "Ctrl++, PLUS, +, ctrl, true", "Ctrl++, EQUALS, =, ctrl, true", "Ctrl++, EQUALS, +, ctrl shift, true",
            "Ctrl++, ADD, +, ctrl, true", "Ctrl+-, MINUS, '-', ctrl, true", "Ctrl+-, SUBTRACT, '-', ctrl, true",
            "Ctrl+1, DIGIT1, 1, ctrl, true", "Ctrl+1, NUMPAD1, 1, ctrl, true", "Ctrl+1, AMPERSAND, &, ctrl, true",
            "Ctrl+1, DIGIT2, 2, ctrl, false", "Alt+3, DIGIT3, 3, alt, true",
            "Home, HOME, '', none, true", "Shift+Home, HOME, '', shift, true", "Home, HOME, '', shift, false",
            "Del, DELETE, '', none, true", "F8, F8, '', none, true", "Shift+F8, F8, '', shift, true",
            "F8, F8, '', shift, false", "?, SLASH, ?, shift, true", "Left, LEFT, '', none, true",
            "Shift+Tab, TAB, '', shift, true", "Enter, ENTER, '', none, true", "Insert, INSERT, '', none, true"})
    void keysMatchTheirEvents(String key, KeyCode code, String text, String modifiers, boolean matches) {
        var event = new KeyEvent(PRESSED, text, text, code, modifiers.contains("shift"), modifiers.contains("ctrl"),
                modifiers.contains("alt"), false);
        assertEquals(matches, Key.of(key).matches(event));
    }

    @Test
    void noTwoCommandsShareAKey() {
        var commandsByKey = Arrays.stream(Command.values())
                .flatMap(command -> command.keys().stream().map(key -> Map.entry(key, command)))
                .collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        assertEquals("", commandsByKey.values().stream().filter(commands -> commands.size() > 1)
                .map(Object::toString).collect(Collectors.joining()));
        assertEquals(true, commandsByKey.size() > 50);
    }

    /// The decided keys of the key table, as far as this version has the commands.
    @ParameterizedTest(name = "{0} has the keys {1}")
    @CsvSource({"NEW, Ctrl+N", "OPEN, Ctrl+O", "SAVE, Ctrl+S", "SAVE_AS, Ctrl+Shift+S", "CLOSE, Ctrl+W", "QUIT, Ctrl+Q",
            "EXPORT_RUNBOOK, Ctrl+E", "PREFERENCES, 'Ctrl+,'", "UNDO, Ctrl+Z", "REDO, Ctrl+Y Ctrl+Shift+Z",
            "FIND_IN_PALETTE, Ctrl+K", "FIND, Ctrl+F", "COMMANDS, Ctrl+Shift+P", "PALETTE, Alt+1", "OUTLINE, Alt+2",
            "INSPECTOR, Alt+3", "FINDINGS, Alt+4", "NEXT_PANE, F6", "PREVIOUS_PANE, Shift+F6", "HELP, F1 ?",
            "KEYS, Shift+F1", "FULL_SCREEN, F11", "CALM, Shift+F11", "NEXT_FINDING, F8", "PREVIOUS_FINDING, Shift+F8",
            "SELECT_TOOL, V", "ZOOM_IN, Ctrl++", "ZOOM_OUT, Ctrl+-", "ZOOM_100, Ctrl+0", "FIT, Ctrl+1 Home",
            "FIT_SELECTION, Ctrl+2 Shift+Home", "ADD, A Insert", "CONNECT, C", "SELECT_ALL, Ctrl+A",
            "SELECT_NONE, Ctrl+Shift+A", "NEXT_ELEMENT, Tab", "PREVIOUS_ELEMENT, Shift+Tab", "CONTAINER, Ctrl+Up",
            "FIRST_CHILD, Ctrl+Down", "NUDGE_LEFT, Left", "NUDGE_LEFT_1, Shift+Left", "DUPLICATE, Ctrl+D",
            "DELETE, Del", "BIND, Ctrl+G", "UNBIND, Ctrl+Shift+G", "RENAME, F2", "INSPECT, Enter F4"})
    void commandsHaveTheDecidedKeys(Command command, String keys) {
        assertEquals(keys, command.keys().stream().map(KeyTest::asWritten).collect(Collectors.joining(" ")));
    }

    private static String asWritten(Key key) {
        return (key.command() ? "Ctrl+" : "") + (key.alt() ? "Alt+" : "") + (key.shift() ? "Shift+" : "") + key.name();
    }
}
