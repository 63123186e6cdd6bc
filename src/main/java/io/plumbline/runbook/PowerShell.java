package io.plumbline.runbook;

import io.plumbline.model.VirtualNic;
import java.util.List;
import java.util.stream.Collectors;

/// Pieces of PowerShell, quoted so that no name can become code.
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

    /// `'A','B'`
    static String quoted(List<String> texts) {
        return texts.stream().map(PowerShell::quoted).collect(Collectors.joining(","));
    }

    static String table(String... properties) {
        return "Format-Table -Property " + quoted(List.of(properties));
    }

    static String list(String... properties) {
        return "Format-List -Property " + quoted(List.of(properties));
    }

    /// What Windows calls the adapter of the management OS that Hyper-V calls by its own name.
    static String adapter(VirtualNic nic) {
        return "vEthernet (" + nic.name() + ")";
    }
}
