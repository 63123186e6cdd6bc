package io.plumbline.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTextTest {

    private static final String TEXT = "hostname TOR1\n!\ninterface Vlan 7\n description Geb\u00e4ude\n";
    private static final List<String> LINES =
            List.of("hostname TOR1", "!", "interface Vlan 7", " description Geb\u00e4ude");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void everyEncodingAConfigurationComesInIsRead(String charset) throws UnusableInput {
        assertEquals(LINES, lines(TEXT.getBytes(Charset.forName(charset))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoText(String charset) throws UnusableInput {
        assertEquals(LINES, lines(("\uFEFF" + TEXT).getBytes(Charset.forName(charset))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r\r\n", "\r"})
    void foreignLineEndsCountAsOne(String end) throws UnusableInput {
        assertEquals(LINES, lines(TEXT.replace("\n", end).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFileWithoutALastLineEndKeepsItsLastLine() throws UnusableInput {
        assertEquals(LINES, lines(TEXT.stripTrailing().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void thePagerOfATerminalLeavesNoTrace() throws UnusableInput {
        assertEquals(List.of("hostname TOR1", " switchport", " no shutdown"),
                lines("hostname TOR1\n --More-- \r          \r switchport\n\u001B[7m--More--\u001B[m no shutdown\n"
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void nothingInAFileCanSteerATerminal() throws UnusableInput {
        assertEquals(List.of("hostname TOR1", "banner motd ^Cx^C", " description ]0;owned up"),
                lines("hostname TOR1\u0007\nbanner motd \u0003x\u0003\n description \u001B]0;owned\u0007 \u001B[31mup\n"
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anEmptyFileIsRefused() {
        assertEquals("sw.cfg is empty. Save the output of \"show running-config\" into it and import it again.",
                refusal(new byte[0]));
        assertEquals("sw.cfg is empty. Save the output of \"show running-config\" into it and import it again.",
                refusal(" \r\n\r\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aBinaryFileIsRefused() {
        assertEquals("""
                sw.cfg is not a text file (character 3 cannot be part of one). \
                Import the output of "show running-config" as text.""", refusal(new byte[]{'P', 'K', 3 + 1, 0, 0, 9}));
    }

    @Test
    void randomBytesAreRefusedWhateverTheyAre() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[2_000];
            random.nextBytes(bytes);
            assertThrows(UnusableInput.class, () -> lines(bytes));
        }
    }

    @Test
    void aFileBeyondEveryConfigurationIsRefused() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("!".repeat(10_000_000).getBytes(StandardCharsets.UTF_8));
        assertEquals("sw.cfg is larger than 8 MB; no running-configuration is. Check that it is the right file.",
                refusal(bytes.toByteArray()));
    }

    private static List<String> lines(byte[] bytes) throws UnusableInput {
        return ConfigurationText.of("sw.cfg", bytes).lines();
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(UnusableInput.class, () -> lines(bytes)).getMessage();
    }
}
