package io.plumbline.runbook;

/// Quoting for PowerShell, so that no name can become code.
final class PowerShell {

    private PowerShell() {}

    /// A single-quoted string. PowerShell takes the typographic single quotes for plain ones, so all five are doubled;
    /// control characters become spaces, since a name must not end a line.
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("'");
        text.codePoints().forEach(c -> {
            if (c == '\'' || c >= 0x2018 && c <= 0x201B) {
                out.appendCodePoint(c).appendCodePoint(c);
            } else {
                boolean breaks = Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
                out.appendCodePoint(breaks ? ' ' : c);
            }
        });
        return out.append('\'').toString();
    }
}
