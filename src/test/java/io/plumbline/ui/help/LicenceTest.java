package io.plumbline.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LicenceTest {
    @Test
    void everyLibraryHasExactlyOneLicence() {
        assertEquals(Licence.libraries(), Licence.all().stream().flatMap(l -> l.parts().stream()).sorted().toList());
    }

    @Test
    void theListHoldsWhatTheProgramIsMadeOf() {
        assertTrue(Licence.libraries().stream().anyMatch(l -> l.matches("org\\.openjfx:javafx-controls 25\\..*")));
        assertTrue(Licence.libraries().stream().anyMatch(l -> l.matches("info\\.picocli:picocli \\d.*")));
        assertEquals(List.of(), Licence.libraries().stream().filter(l -> l.contains("junit")).toList());
    }

    @Test
    void noLicenceIsForALibraryThatIsGone() {
        assertEquals(List.of("Inter and Plumb Figures (fonts)", "Java run-time (OpenJDK)", "JetBrains Mono (font)"),
                Licence.all().stream().filter(l -> l.parts().isEmpty()).map(Licence::product).sorted().toList());
    }

    @Test
    void everyTextIsTheLicenceThatTheIndexNames() {
        assertEquals(List.of(), Licence.all().stream().filter(l -> !isText(l.name(), l.text())).toList());
    }

    private static boolean isText(String name, String text) {
        return switch (name) {
            case "Apache-2.0" -> text.contains("Version 2.0, January 2004") && text.contains("END OF TERMS");
            case "BSD-2-Clause", "BSD-3-Clause" ->
                    text.contains("Redistribution and use") && text.contains("SUCH DAMAGE");
            case "GPL-2.0 with Classpath Exception" -> text.contains("Version 2, June 1991")
                    && text.contains("CLASSPATH");
            case "MIT" -> text.contains("Permission is hereby granted") && text.contains("IMPLIED");
            case "OFL-1.1" -> text.contains("SIL OPEN FONT LICENSE Version 1.1") && text.contains("DISCLAIMER");
            default -> false;
        };
    }
}
