package io.plumbline.importer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The text of a configuration file as numbered lines, whatever wrote it: a terminal, an editor on Windows,
/// or PowerShell 5, whose redirection writes UTF-16.
record ConfigurationText(List<String> lines) {

    /// The largest running-configuration of a fully equipped chassis is about a tenth of this.
    static final int MOST_BYTES = 8 * 1024 * 1024;

    /// Beyond this a line is no command; one character more is kept, so that it shows, and nothing tries to read it.
    static final int LONGEST_LINE = 2_000;

    private static final Pattern ESCAPE = Pattern.compile("\u001B\\[[0-9;?]{0,20}[A-Za-z]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t]]");
    private static final Pattern PAGER = Pattern.compile("^\\s{0,8}-{2,4} ?More ?-{2,4}", Pattern.CASE_INSENSITIVE);

    /// How many bytes tell the encoding apart.
    private static final int SAMPLE = 4_096;

    ConfigurationText {
        lines = List.copyOf(lines);
    }

    static ConfigurationText of(String file, byte[] bytes) throws UnusableInput {
        if (bytes.length > MOST_BYTES) {
            throw new UnusableInput(Texts.get("bad.tooLarge", file, MOST_BYTES / 1024 / 1024));
        }
        String text = decode(bytes);
        if (text.isBlank()) {
            throw new UnusableInput(Texts.get("bad.empty", file));
        }
        int control = firstControlCharacter(text);
        if (control >= 0) {
            throw new UnusableInput(Texts.get("bad.binary", file, control + 1));
        }
        return new ConfigurationText(split(text));
    }

    private static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (mostlyNul(bytes, 1)) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (mostlyNul(bytes, 0)) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            // Older terminal programs save in the Windows code page; only descriptions can hold such letters.
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /// Western text in UTF-16 has a zero in every other byte, and none in the others.
    private static boolean mostlyNul(byte[] bytes, int offset) {
        int end = Math.min(bytes.length, SAMPLE) / 2 * 2;
        int zeros = 0;
        for (int i = 0; i < end; i += 2) {
            if (bytes[i + 1 - offset] == 0) {
                return false;
            }
            zeros += bytes[i + offset] == 0 ? 1 : 0;
        }
        return end >= 4 && zeros > end / 2 * 9 / 10;
    }

    /// Tabs, line ends, form feeds, escape sequences and backspaces of a captured terminal are text; a NUL is not.
    private static int firstControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fine = c >= ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\b' || c == 0x1B
                    || c == 0x03 || c == 0x07;
            if (!fine) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> split(String text) {
        String separator = text.indexOf('\n') >= 0 ? "\r*\n" : "\r";
        List<String> lines = new ArrayList<>();
        for (String line : text.split(separator, -1)) {
            lines.add(cleaned(line));
        }
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    /// A captured terminal session holds pager prompts, and the escapes and carriage returns that wiped them out again.
    /// What is left of control characters goes, so that no file can steer the terminal that a report is printed on.
    private static String cleaned(String line) {
        if (line.length() > LONGEST_LINE) {
            return line.substring(0, LONGEST_LINE + 1);
        }
        String plain = line;
        if (line.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7F)) {
            plain = ESCAPE.matcher(line).replaceAll("");
            plain = plain.substring(plain.lastIndexOf('\r') + 1).replace("\u0003", "^C");
            plain = CONTROL.matcher(plain).replaceAll("");
        }
        return PAGER.matcher(plain).replaceFirst("");
    }
}
