package io.plumbline.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.importer.LineReading.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Os9ReaderTest {

    @ParameterizedTest
    @CsvSource({"TOR1.cfg, 754, 462, 292", "TOR2.cfg, 760, 468, 292"})
    void everyLineOfARealConfigurationHasExactlyOneFate(String file, int all, int used, int aside) {
        Os9Configuration configuration = RealConfigurations.s4810(file);
        assertEquals(IntStream.rangeClosed(1, all).boxed().toList(),
                configuration.lines().stream().map(LineReading::number).toList());
        assertEquals(used, configuration.lines(Fate.USED).size());
        assertEquals(aside, configuration.lines(Fate.SET_ASIDE).size());
        assertEquals(List.of(), configuration.lines(Fate.NOT_UNDERSTOOD));
        assertEquals(List.of(), configuration.lines(Fate.SET_ASIDE).stream()
                .filter(line -> line.reason().isBlank()).toList());
    }

    @ParameterizedTest
    @CsvSource({"TOR1.cfg", "TOR2.cfg"})
    void theTextOfEveryLineIsKeptButForItsSecrets(String file) {
        Os9Configuration configuration = RealConfigurations.s4810(file);
        List<String> original = RealConfigurations.text("dell-s4810-hyperv-rack/" + file).lines().toList();
        List<Integer> changed = IntStream.range(0, original.size())
                .filter(i -> !original.get(i).equals(configuration.lines().get(i).text())).mapToObj(i -> i + 1)
                .toList();
        assertEquals(configuration.secrets().stream().map(SecretFound::line).toList(), changed);
        assertFalse(configuration.toString().contains("Cloud_R"));
    }

    @Test
    void theSecretsOfTheRealConfigurationAreListed() {
        assertEquals("""
                26 password
                28 password
                670 SNMP community
                671 SNMP community
                689 SNMP community""", RealConfigurations.s4810("TOR1.cfg").secrets().stream()
                .map(secret -> secret.line() + " " + secret.what()).collect(Collectors.joining("\n")));
    }

    @Test
    void aPortInterruptedByASeparatorStaysOnePort() {
        Os9Stanza port = RealConfigurations.s4810("TOR1.cfg").interfaces(Os9Mode.PORT)
                .get(InterfaceName.find("te 0/48").orElseThrow());
        assertEquals(new Said<>(371, new Os9Statement.JoinsChannel(50, true)),
                port.allWithin(Os9Statement.JoinsChannel.class).findFirst().orElseThrow());
        assertEquals(new Said<>(372, new Os9Statement.AdminUp(true)),
                port.find(Os9Statement.AdminUp.class).orElseThrow());
    }

    @Test
    void theRemarkThatListsTheDefaultVlanIsRead() {
        Os9Stanza vlan = RealConfigurations.s4810("TOR1.cfg").interfaces(Os9Mode.VLAN).get(InterfaceName.vlan(1));
        assertEquals(new Said<>(528, new Os9Statement.UntaggedByDefault(List.of(InterfaceName.lag(100)))),
                vlan.find(Os9Statement.UntaggedByDefault.class).orElseThrow());
    }

    @Test
    void aVirtualRouterEndsWhereItsIndentationEnds() {
        Os9Stanza vlan = RealConfigurations.s4810("TOR1.cfg").interfaces(Os9Mode.VLAN).get(InterfaceName.vlan(7));
        Os9Stanza vrrp =
                vlan.within().stream().filter(stanza -> stanza.mode() == Os9Mode.VRRP).findFirst().orElseThrow();
        assertEquals("7", vrrp.key());
        assertEquals(List.of(new Said<>(558, new Os9Statement.VirtualAddress("10.0.3.1"))), vrrp.statements());
        assertEquals(new Said<>(560, new Os9Statement.AdminUp(true)),
                vlan.find(Os9Statement.AdminUp.class).orElseThrow());
    }

    @Test
    void whatStandsBelowAnUnknownLineIsNotTakenForThePortAbove() {
        Os9Configuration read = RealConfigurations.read("""
                interface TenGigabitEthernet 0/1
                 no shutdown
                 frobnicate group 4
                  shutdown
                 mtu 9216
                !
                quantum-tunnel 7
                 shutdown
                !
                interface TenGigabitEthernet 0/2
                 shutdown
                """);
        assertEquals("3  frobnicate group 4\n4   shutdown\n7 quantum-tunnel 7\n8  shutdown", notUnderstood(read));
        Os9Stanza first = read.interfaces(Os9Mode.PORT).get(InterfaceName.find("te 0/1").orElseThrow());
        assertEquals(
                List.of(new Said<>(2, new Os9Statement.AdminUp(true)), new Said<>(5, new Os9Statement.LinkMtu(9216))),
                first.statements());
    }

    @Test
    void whatStandsBelowALineSetAsideIsSetAsideWithIt() {
        Os9Configuration read = RealConfigurations.read("""
                interface TenGigabitEthernet 0/1
                 protocol lldp
                  no advertise management-tlv
                 shutdown
                router bgp 64651
                 neighbor 10.0.0.24 shutdown
                """);
        assertEquals("", notUnderstood(read));
        assertEquals(List.of(2, 3, 5, 6), read.lines(Fate.SET_ASIDE).stream().map(LineReading::number).toList());
        assertEquals(1, read.interfaces(Os9Mode.PORT).firstEntry().getValue().statements().size());
    }

    @Test
    void textThatLostItsIndentationIsReadByItsModes() {
        Os9Configuration read = RealConfigurations.read("""
                interface Vlan 7
                description Management
                ip address 10.0.3.2/26
                tagged TenGigabitEthernet 0/1-2
                !
                vrrp-group 7
                priority 110
                virtual-address 10.0.3.1
                no shutdown
                interface TenGigabitEthernet 0/1
                frobnicate
                portmode hybrid
                """);
        assertEquals("11 frobnicate", notUnderstood(read));
        assertTrue(read.interfaces(Os9Mode.VLAN).get(InterfaceName.vlan(7)).find(Os9Statement.AdminUp.class)
                .orElseThrow().what().up());
        assertEquals(List.of(new Said<>(12, new Os9Statement.Hybrid())),
                read.interfaces(Os9Mode.PORT).firstEntry().getValue().statements());
    }

    @Test
    void aTypedSessionIsReadThroughItsPrompts() {
        Os9Configuration read = RealConfigurations.read("""
                TOR1#show running-config
                Current Configuration ...
                TOR1(conf)#interface range te 0/1-2
                TOR1(conf-if-range-te-0/1-2)#mtu 12000
                TOR1(conf-if-range-te-0/1-2)#no shut
                TOR1#
                """);
        assertEquals("5 TOR1(conf-if-range-te-0/1-2)#no shut", notUnderstood(read));
        assertEquals(List.of("TenGigabitEthernet 0/1", "TenGigabitEthernet 0/2"),
                read.interfaces(Os9Mode.PORT).keySet().stream().map(InterfaceName::toString).toList());
    }

    @Test
    void aBannerMayHoldAnything() {
        Os9Configuration read = RealConfigurations.read("""
                banner motd ^C
                interface TenGigabitEthernet 0/1
                 shutdown
                ^C
                hostname TOR1
                banner login %keep out%
                interface TenGigabitEthernet 0/2
                """);
        assertEquals("[TenGigabitEthernet 0/2]", read.interfaces(Os9Mode.PORT).keySet().toString());
        assertEquals("TOR1", read.name());
    }

    @Test
    void aBannerThatNeverEndsDoesNotSwallowTheFile() {
        assertEquals("TOR1", RealConfigurations.read("banner motd #keep out\nhostname TOR1\n").name());
    }

    @Test
    void valuesThatCannotBeAreNotUnderstood() {
        assertEquals("""
                1 interface Vlan 5000
                2  tagged TenGigabitEthernet 0/1
                4  tagged TenGigabitEthernet 0/9-1
                5  ip address 10.0.0.1 255.0.255.0
                6 interface TenGigabitEthernet 5
                7 interface Port-channel 1/2
                8 mac-address-table static 03:bf:ac:1f:01:e8 vlan 4095 output te 0/1""",
                notUnderstood(RealConfigurations.read("""
                        interface Vlan 5000
                         tagged TenGigabitEthernet 0/1
                        interface Vlan 7
                         tagged TenGigabitEthernet 0/9-1
                         ip address 10.0.0.1 255.0.255.0
                        interface TenGigabitEthernet 5
                        interface Port-channel 1/2
                        mac-address-table static 03:bf:ac:1f:01:e8 vlan 4095 output te 0/1
                        """)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arp 172.31.1.232 03:bf:ac:1f:01:e8 Port-channel 11 | StaticArp[address=172.31.1.232, mac=03:bf:ac:1f:01:e8, ports=[Port-channel 11]]
            mac-address-table static 01:00:5e:7f:03:e8 multicast vlan 10 range-output te 0/1,Po 3 | StaticMac[mac=01:00:5e:7f:03:e8, vlan=10, ports=[TenGigabitEthernet 0/1, Port-channel 3]]
            mac-address-table static 00:01:e8:00:00:01 output te 0/1 vlan 10 | StaticMac[mac=00:01:e8:00:00:01, vlan=10, ports=[TenGigabitEthernet 0/1]]
            ip vlan-flooding                                   | VlanFlooding[]
            ip igmp snooping enable                            | IgmpSnooping[on=true]
            lacp ungroup member-independent port-channel 11    | IndividualWithoutPartner[channel=Optional[11]]
            lacp ungroup member-independent vlt                | IndividualWithoutPartner[channel=Optional.empty]
            dcb enable pfc-queues 4                            | DcbEnable[on=true]
            stack-unit 0 provision S4810                       | ProvisionedUnit[unit=0, model=S4810]
            """)
    void globalLinesAreUnderstood(String line, String statement) {
        assertEquals(statement, RealConfigurations.read(line).root().statements().getFirst().what().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mtu 12000                                                   | LinkMtu[bytes=12000]
            spanning-tree rstp edge-port                                | EdgePort[bpduGuard=false]
            spanning-tree rstp edge-port bpduguard shutdown-on-violation | EdgePort[bpduGuard=true]
            spanning-tree 0 portfast bpduguard                          | EdgePort[bpduGuard=true]
            channel-member fortyGigE 0/56,60                            | ChannelMembers[ports=[fortyGigE 0/56, fortyGigE 0/60]]
            vlt-peer-lag port-channel 11                                | VltPeerLag[channel=11]
            lacp long-timeout                                           | LacpSlow[]
            ip address 10.0.0.25 255.255.255.254                        | Address[address=10.0.0.25, prefixLength=31]
            description "uplink, left"                                  | Description[text=uplink, left]
            """)
    void linesOfAPortChannelAreUnderstood(String line, String statement) {
        assertEquals(statement, RealConfigurations.read("interface Port-channel 11\n " + line)
                .interfaces(Os9Mode.LAG).firstEntry().getValue().statements().getFirst().what().toString());
    }

    @RepeatedTest(100)
    void noDamageToAFileLosesALine(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> lines =
                new ArrayList<>(RealConfigurations.text("dell-s4810-hyperv-rack/TOR2.cfg").lines().toList());
        for (int i = 0; i < 60; i++) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(5)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 2 -> lines.set(at, " ".repeat(random.nextInt(4)) + lines.get(at).strip());
                case 3 -> lines.set(at, lines.get(at).substring(random.nextInt(lines.get(at).length() + 1)));
                default -> lines.add(at, "x" + random.nextInt());
            }
        }
        Os9Configuration read = RealConfigurations.read(String.join("\n", lines) + "\nend\n");
        assertEquals(lines.size() + 1, read.lines().size());
        assertEquals(lines.size() + 1, read.lines(Fate.USED).size() + read.lines(Fate.SET_ASIDE).size()
                + read.lines(Fate.NOT_UNDERSTOOD).size());
    }

    private static String notUnderstood(Os9Configuration configuration) {
        return configuration.lines(Fate.NOT_UNDERSTOOD).stream().map(line -> line.number() + " " + line.text())
                .collect(Collectors.joining("\n"));
    }
}
