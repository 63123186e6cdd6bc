package io.plumbline.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.model.Attribute;
import io.plumbline.model.RuleLevel;
import io.plumbline.model.RuleProfile;
import io.plumbline.model.RuleSetting;
import io.plumbline.model.Shape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleProfileFileTest {
    @TempDir
    private Path folder;

    private static RuleProfile profile() {
        return new RuleProfile("Contoso, \"old\" rooms", "For the rooms in Ghent.", List.of(
                RuleSetting.of("HA001", RuleLevel.OFF, "The second switch is ordered."),
                Shape.of(RuleSetting.class).of(Map.of("rule", "NLB003", "variant", Attribute.of("b"), "level",
                        RuleLevel.ERROR, "reason", ""))));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        Path file = folder.resolve("contoso.json");
        RuleProfileFile.save(file, profile());
        assertEquals(profile(), RuleProfileFile.read(file));
        assertArrayEquals(Files.readAllBytes(file), RuleProfileFile.write(RuleProfileFile.read(file)));
    }

    @Test
    void theFileIsSmallAndReadable() {
        assertEquals("""
                {
                  "plumblineRuleProfile" : 1,
                  "name" : "Contoso, \\"old\\" rooms",
                  "description" : "For the rooms in Ghent.",
                  "rules" : [
                    {
                      "rule" : "HA001",
                      "level" : "off",
                      "reason" : "The second switch is ordered."
                    },
                    {
                      "rule" : "NLB003",
                      "variant" : "b",
                      "level" : "error",
                      "reason" : ""
                    }
                  ]
                }
                """, new String(RuleProfileFile.write(profile()), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', textBlock = """
            ~~                                    # p.json: $: It is no rule profile: "plumblineRuleProfile" is missing. Choose a file that was exported as a rule profile.
            []                                    # p.json: $: It is no rule profile: "plumblineRuleProfile" is missing. Choose a file that was exported as a rule profile.
            {"name": "x"                          # p.json:1:13: It is no JSON from here on. Choose a file that was exported as a rule profile.
            {"plumblineRuleProfile": 2}           # p.json: $.plumblineRuleProfile: It was written by a newer version of Plumbline. Update Plumbline, or export it again for format 1.
            {"plumblineRuleProfile": 99999999999} # p.json: $.plumblineRuleProfile: It was written by a newer version of Plumbline. Update Plumbline, or export it again for format 1.
            {"plumblineRuleProfile": 1}           # p.json: $.name: It is missing. Export a profile to see one.
            {"plumblineRuleProfile": 1, "name": 7}    # p.json: $.name: It is no text. Export a profile to see one.
            {"plumblineRuleProfile": 1, "name": " "}  # p.json: $.name: The profile has no name. Give it one.
            {"plumblineRuleProfile": 1, "name": "x", "rules": {}}   # p.json: $.rules: A list of rules is missing. Export a profile to see one.
            {"plumblineRuleProfile": 1, "name": "x", "rules": [5]}  # p.json: $.rules[0]: A rule is an object with "rule", "level" and "reason". Export a profile to see one.
            {"plumblineRuleProfile": 1, "name": "x", "rules": [{"rule": "HA001", "level": "info"}]} # p.json: $.rules[0].level: "info" is no level. Choose one of off, advice, warning, error.
            {"plumblineRuleProfile": 1, "name": "x", "rules": [{"rule": "HA001", "level": "off"}]}  # p.json: $.rules[0].reason: HA001 is switched off without a reason. Say why.
            {"plumblineRuleProfile": 1, "name": "x", "rules": [{"rule": "HA001", "level": "error"}, {"rule": "HA001", "level": "advice"}]} # p.json: $.rules[1]: HA001 is named twice. Leave one of the two out.
            """)
    void whatIsWrongIsSaidInOneMessage(String json, String message) {
        byte[] bytes = (json == null ? "" : json).getBytes(StandardCharsets.UTF_8);
        assertEquals(message, assertThrows(UnreadableProfile.class, () -> RuleProfileFile.read("p.json", bytes))
                .getMessage());
    }

    @Test
    void whatIsNoFileIsSaidToo() {
        Path missing = folder.resolve("missing.json");
        assertEquals(missing + ": The file does not exist. Check the name and the folder.",
                assertThrows(UnreadableProfile.class, () -> RuleProfileFile.read(missing)).getMessage());
        assertEquals(folder + ": It is a folder. Name a file.",
                assertThrows(UnreadableProfile.class, () -> RuleProfileFile.read(folder)).getMessage());
        assertEquals("p.json: It has more than 1 MB, which no rule profile has. Choose another file.",
                assertThrows(UnreadableProfile.class, () -> RuleProfileFile.read("p.json", new byte[2_000_000]))
                        .getMessage());
        byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertTrue(assertThrows(UnreadableProfile.class, () -> RuleProfileFile.read("p.json", deep)).getMessage()
                .contains("It is no JSON from here on."));
    }

    @Test
    void thereIsAProfileForProductionForLabsAndForEveryWindowsServer() {
        assertEquals(List.of("Production", "Lab or training", "Windows Server 2012", "Windows Server 2012 R2",
                "Windows Server 2016", "Windows Server 2019", "Windows Server 2022", "Windows Server 2025"),
                RuleProfileFile.builtIn().stream().map(RuleProfile::name).toList());
        assertEquals(List.of(), RuleProfileFile.builtIn().getFirst().settings());
        RuleProfileFile.builtIn().forEach(each -> each.settings().forEach(
                setting -> assertTrue(setting.reason().length() >= 10, each.name() + " " + setting)));
    }
}
