package io.plumbline.importer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {

    @ParameterizedTest
    @ValueSource(strings = {"dell-s4810-hyperv-rack/TOR1.cfg", "dell-s4810-hyperv-rack/TOR2.cfg"})
    void aRealOs9ConfigurationIsAccepted(String name) {
        assertDoesNotThrow(() -> SwitchSystem.DELL_OS9.demand(name, text(RealConfigurations.text(name))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"interface Vlan 7\n tagged TenGigabitEthernet 0/1-36\n",
            "interface TenGigabitEthernet 0/1\nno shutdown\n", "vlt domain 1\n unit-id 0\n"})
    void aPieceOfAnOs9ConfigurationIsAccepted(String piece) {
        assertDoesNotThrow(() -> SwitchSystem.DELL_OS9.demand("piece.cfg", text(piece)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cisco-nexus-3132-hyperv-rack/TOR1.cfg                        | Cisco NX-OS
            dell-s5212f-azure-stack-hci/S5212F-ON-TOR1-Universal.cfg     | Dell OS10
            """)
    void aRealConfigurationOfAnotherPlatformIsNamed(String name, String platform) {
        assertEquals(looksLike("x.cfg", platform), refusal("x.cfg", RealConfigurations.text(name)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version 15.2~service password-encryption~interface GigabitEthernet1/0/1~ switchport mode access      | Cisco IOS
            !Current Configuration:~vlan database~vlan 10~exit~interface Te1/0/1~switchport mode trunk           | Dell PowerConnect or OS6
            ! device: leaf1 (DCS-7050, EOS-4.20)~interface Ethernet1~mlag configuration                          | Arista EOS
            ; J9145A Configuration Editor; Created~vlan 10~   untagged 1-4~   tagged 23-24                       | HP ProCurve or Aruba AOS-S
            set system host-name sw1~set interfaces ge-0/0/0 unit 0~set vlans x vlan-id 5                        | Juniper Junos
            {~  "formatVersion": 1,~  "title": "Rack"~}                                                          | a JSON file
            """)
    void otherPlatformsAreNamedByTheirOwnLines(String lines, String platform) {
        assertEquals(looksLike("x.cfg", platform), refusal("x.cfg", lines.replace('~', '\n')));
    }

    @Test
    void textThatIsNoConfigurationIsRefused() {
        assertEquals("""
                letter.txt holds no line that a Dell OS9 (FTOS) configuration has. \
                Import the output of "show running-config" of that switch.""",
                refusal("letter.txt", "Dear Sir,\n\nplease find attached.\n"));
    }

    @Test
    void megabytesOfJunkAreRefused() {
        String junk =
                new Random(1).ints(7_000_000, 'a', 'z').mapToObj(c -> c % 60 == 0 ? "\n" : String.valueOf((char) c))
                        .collect(Collectors.joining());
        assertEquals("""
                junk.txt holds no line that a Dell OS9 (FTOS) configuration has. \
                Import the output of "show running-config" of that switch.""", refusal("junk.txt", junk));
    }

    @Test
    void everyPlatformHasItsOwnTitle() {
        assertEquals(SwitchSystem.values().length,
                Arrays.stream(SwitchSystem.values()).map(SwitchSystem::title).distinct().count());
    }

    private static String looksLike(String file, String platform) {
        return "%s looks like %s, not like Dell OS9 (FTOS), which is all that this import reads. Check that it is the right file."
                .formatted(file, platform);
    }

    private static String refusal(String file, String text) {
        return assertThrows(UnusableInput.class, () -> SwitchSystem.DELL_OS9.demand(file, text(text))).getMessage();
    }

    private static ConfigurationText text(String text) {
        return new ConfigurationText(text.lines().toList());
    }
}
