package io.plumbline.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.model.Design;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each fault that an import names, by a sound pair of switches with one thing made wrong.
class Os9FaultsTest {

    /// A small sound rack: two peers, a port-channel to one host over both, a plain host port, two routed VLANs.
    private static final String SOUND = """
            ! Version 9.9(0.0)
            hostname TOR1
            protocol spanning-tree rstp
             no disable
            vlt domain 10
             peer-link port-channel 100
             back-up destination 10.0.0.2
             system-mac mac-address de:ad:00:be:ef:01
             unit-id 0
            dcb enable
            dcb-map RDMA
             priority-group 0 bandwidth 50 pfc on
             priority-group 1 bandwidth 50 pfc off
             priority-pgid 1 1 1 0 1 1 1 1
            interface TenGigabitEthernet 0/1
             mtu 9216
             portmode hybrid
             switchport
             spanning-tree rstp edge-port bpduguard
             dcb-map RDMA
             no shutdown
            interface TenGigabitEthernet 0/2
             mtu 9216
             port-channel-protocol LACP
              port-channel 11 mode active
             no shutdown
            interface TenGigabitEthernet 0/3
             shutdown
            interface TenGigabitEthernet 0/46
             mtu 9216
             dcb-map RDMA
             no shutdown
            interface TenGigabitEthernet 0/47
             mtu 9216
             dcb-map RDMA
             no shutdown
            interface ManagementEthernet 0/0
             ip address 10.0.0.1/24
             no shutdown
            interface Port-channel 11
             mtu 9216
             switchport
             spanning-tree rstp edge-port bpduguard
             vlt-peer-lag port-channel 11
             no shutdown
            interface Port-channel 100
             mtu 9216
             channel-member TenGigabitEthernet 0/46-47
             no shutdown
            interface Vlan 7
             name HNVPA
             ip address 10.7.0.2/24
             tagged TenGigabitEthernet 0/1
             tagged Port-channel 11
             vrrp-group 7
              virtual-address 10.7.0.1
             no shutdown
            interface Vlan 8
             mtu 9216
             ip address 10.8.0.2/24
             untagged TenGigabitEthernet 0/1
             no shutdown
            arp 10.8.0.50 03:bf:0a:08:00:32 te 0/1
            mac-address-table static 03:bf:0a:08:00:32 multicast vlan 8 output te 0/1
            """;

    private static final String PEER = SOUND.replace("hostname TOR1", "hostname TOR2").replace("unit-id 0", "unit-id 1")
            .replace("destination 10.0.0.2", "destination 10.0.0.1").replace("10.0.0.1/24", "10.0.0.2/24")
            .replace("10.7.0.2/24", "10.7.0.3/24").replace("10.8.0.2/24", "10.8.0.3/24");

    /// @param key what the texts call the fault
    private record Case(String key, String what, String first, Optional<String> second) {}

    private static Case one(String key, String before, String after, String what) {
        return new Case(key, what, with(SOUND, before, after), Optional.empty());
    }

    private static Case pair(String key, String before, String after, String what) {
        return new Case(key, what, with(SOUND, before, after), Optional.of(PEER));
    }

    private static String with(String text, String before, String after) {
        assertTrue(text.contains(before), before);
        return text.replace(before, after);
    }

    private static final List<Case> CASES = List.of(
            one("vlanOnMissingLag", " tagged Port-channel 11\n", " tagged Port-channel 11,43-44\n", """
                    Port-channel 43-44: in VLAN 7, yet without an interface block and without a member port."""),
            one("vlanOnMissingPort", " tagged TenGigabitEthernet 0/1\n", " tagged TenGigabitEthernet 0/1,9\n", """
                    TenGigabitEthernet 0/9: in VLAN 7, yet without an interface block."""),
            one("vlanOnRoutedPort", " untagged TenGigabitEthernet 0/1\n", " untagged TenGigabitEthernet 0/1,3\n", """
                    TenGigabitEthernet 0/3: in VLAN 8, yet in layer-3 mode (no "switchport")."""),
            one("vlanOnMember", " untagged TenGigabitEthernet 0/1\n", " untagged TenGigabitEthernet 0/1-2\n", """
                    TenGigabitEthernet 0/2: in VLAN 8, yet a member of a port-channel."""),
            one("untaggedTwice", " tagged TenGigabitEthernet 0/1\n", " untagged TenGigabitEthernet 0/1\n", """
                    TenGigabitEthernet 0/1: untagged in VLANs 7-8."""),
            one("taggedAndUntagged", " tagged TenGigabitEthernet 0/1\n",
                    " tagged TenGigabitEthernet 0/1\nuntagged Port-channel 11\n", """
                            Port-channel 11 is both tagged and untagged in VLAN 7."""),
            one("mixedWithoutHybrid", " portmode hybrid\n", "", """
                    TenGigabitEthernet 0/1: tagged and untagged (VLANs 7-8) without "portmode hybrid"."""),
            one("lagWithoutMembers", "  port-channel 11 mode active\n", "", """
                    Port-channel 11 is up and has no member port."""),
            one("lagUndefined", "port-channel 11 mode active", "port-channel 12 mode active", """
                    Port-channel 12: no interface block, yet joined by TenGigabitEthernet 0/2."""),
            one("lagBothWays", " switchport\n spanning-tree rstp edge-port bpduguard\n vlt-peer",
                    " switchport\n channel-member te 0/3\n spanning-tree rstp edge-port\n vlt-peer", """
                            Port-channel 11 has members by "channel-member" and members by LACP."""),
            one("memberOfTwo", "te 0/1\nmac", "te 0/1\ninterface Port-channel 12\n channel-member te 0/46\nmac", """
                    TenGigabitEthernet 0/46 is in Port-channel 12,100."""),
            one("memberMissing", "0/46-47", "0/46-48", """
                    Port-channel 100 names TenGigabitEthernet 0/48, which has no interface block."""),
            one("memberSwitched", " port-channel-protocol LACP\n", " switchport\n port-channel-protocol LACP\n", """
                    TenGigabitEthernet 0/2 is a member of Port-channel 11 and has a "switchport" of its own."""),
            one("memberMtu", " mtu 9216\n port-channel-protocol", " mtu 4000\n port-channel-protocol", """
                    Port-channel 11 has an MTU of 9216, its member TenGigabitEthernet 0/2 has 4000."""),
            one("memberMtu", " mtu 9216\n port-channel-protocol", " port-channel-protocol", """
                    Port-channel 11 has an MTU of 9216, its member TenGigabitEthernet 0/2 has the default."""),
            one("vlanMtu", "interface Vlan 8\n mtu 9216", "interface Vlan 8\n mtu 9300", """
                    VLAN 8 has an MTU of 9300, more than TenGigabitEthernet 0/1 in it."""),
            one("noEdgePorts", " spanning-tree rstp edge-port bpduguard\n", "",
                    """
                    Spanning tree runs, and no layer-2 port is an edge port: TenGigabitEthernet 0/1, Port-channel 11."""),
            one("encapsulation", " mtu 9216\n portmode", " portmode", """
                    VLAN 7 ("HNVPA") carries network virtualisation by its name, and these ports in it have no MTU of \
                    their own: TenGigabitEthernet 0/1."""),
            one("dcbMapMissing", " dcb-map RDMA\n no shutdown\ninterface TenGigabitEthernet 0/47",
                    " dcb-map SMB\n no shutdown\ninterface TenGigabitEthernet 0/47", """
                            TenGigabitEthernet 0/46: DCB map "SMB" is used and not defined."""),
            one("dcbOff", "dcb enable\n", "", """
                    TenGigabitEthernet 0/1,46-47: a DCB map is used, but "dcb enable" is missing."""),
            one("dcbGroupMissing", "1 1 1 0 1 1 1 1", "1 1 1 0 1 1 1 2", """
                    DCB map "RDMA" assigns priorities to group 2, which it does not define."""),
            one("dcbBandwidth", "bandwidth 50 pfc on", "bandwidth 60 pfc on", """
                    The bandwidths of DCB map "RDMA" add up to 110 %."""),
            one("lossyPeerLink", " dcb-map RDMA\n no shutdown\ninterface TenGigabitEthernet 0/47",
                    " no shutdown\ninterface TenGigabitEthernet 0/47", """
                            Priority 3 is lossless on TenGigabitEthernet 0/1,47, but not on TenGigabitEthernet 0/46, \
                            the members of the peer link Port-channel 100."""),
            one("badAddress", "10.8.0.2/24", "10.8.0.256/24", """
                    Vlan 8 has the address 10.8.0.256/24, which is no IPv4 address."""),
            one("notHostAddress", "10.8.0.2/24", "10.8.0.255/24", """
                    Vlan 8 has the address 10.8.0.255/24, which is the network itself or its broadcast address."""),
            one("vrrpWithoutAddress", " ip address 10.7.0.2/24\n", "", """
                    The virtual address 10.7.0.1 is on VLAN 7, which has no address of its own."""),
            one("vrrpOutside", "virtual-address 10.7.0.1", "virtual-address 10.9.0.1", """
                    The virtual address 10.9.0.1 of VLAN 7 is outside its subnet (10.7.0.2/24)."""),
            one("shutGateway", " untagged TenGigabitEthernet 0/1\n no shutdown",
                    " untagged TenGigabitEthernet 0/1\n shutdown",
                    "VLAN 8 of TOR1 has an address, but is shut down."),
            one("staticArpNowhere", "arp 10.8.0.50", "arp 10.9.0.50", """
                    The static ARP entry for 10.9.0.50 is in no subnet of TOR1."""),
            one("staticMacNoVlan", "multicast vlan 8", "multicast vlan 9", """
                    The static entry for 03:bf:0a:08:00:32 is in VLAN 9, which is not defined."""),
            one("staticMacNoPort", "output te 0/1", "output te 0/1,te 0/9", """
                    The static entry for 03:bf:0a:08:00:32 leads to TenGigabitEthernet 0/9, which does not exist."""),
            one("vltNoPeerLink", " peer-link port-channel 100\n", "", "VLT domain 10 has no peer link."),
            one("vltPeerLinkEmpty", " channel-member TenGigabitEthernet 0/46-47\n", "", """
                    The peer link Port-channel 100 has no member port."""),
            one("vltPeerLinkSwitched", " channel-member", " switchport\n channel-member", """
                    The peer link Port-channel 100 is a "switchport"."""),
            one("vltPeerLinkByLacp", "port-channel 11 mode active", "port-channel 100 mode active", """
                    The members of the peer link Port-channel 100 use LACP."""),
            one("vltPeerLagOutside", """
                    vlt domain 10
                     peer-link port-channel 100
                     back-up destination 10.0.0.2
                     system-mac mac-address de:ad:00:be:ef:01
                     unit-id 0
                    """, "", "Port-channel 11 has a VLT peer, but the switch is in no VLT domain."),
            one("vltPeerLagRouted", " switchport\n spanning-tree rstp edge-port bpduguard\n vlt-peer", " vlt-peer", """
                    Port-channel 11 has a VLT peer, but is in layer-3 mode (no "switchport")."""),
            one("vltStacked", "dcb enable\n",
                    "dcb enable\nstack-unit 0 provision S4810\nstack-unit 1 provision S4810\n", """
                            TOR1 is both a stack and in a VLT domain."""),
            one("vltNoPeer", "dcb enable\n", "dcb enable\n", """
                    TOR1 is in VLT domain 10; its peer is not among these files."""),
            pair("vltDomains", "vlt domain 10\n", "vlt domain 11\n",
                    "TOR1 is in VLT domain 11, TOR2 in VLT domain 10."),
            pair("vltSystemMacs", "ef:01", "ef:02", """
                    The VLT system MAC of TOR1 is de:ad:00:be:ef:02, that of TOR2 is de:ad:00:be:ef:01."""),
            pair("vltSystemMacs", " system-mac mac-address de:ad:00:be:ef:01\n", "", """
                    The VLT system MAC of TOR1 is not set, that of TOR2 is de:ad:00:be:ef:01."""),
            pair("vltUnits", "unit-id 0", "unit-id 1", "TOR1 and TOR2 both have VLT unit id 1."),
            pair("vltBackup", "destination 10.0.0.2", "destination 10.0.0.3", """
                    The back-up destination of TOR1 is 10.0.0.3, which is no address of TOR2."""),
            pair("vltPeerLinkPorts", "0/46-47", "0/46", "Ports in the peer link: 1 on TOR1, 2 on TOR2."),
            pair("vltPeerLinkMtu", " mtu 9216\n channel-member", " mtu 9000\n channel-member", """
                    The peer link of TOR1 has MTU 9000, that of TOR2 has MTU 9216."""),
            pair("vltReleases", "9.9(0.0)", "9.10(0.1)", "TOR1 runs release 9.10(0.1), TOR2 runs release 9.9(0.0)."),
            pair("vltSpanningTrees", " no disable\n", "", "Spanning tree on TOR1: off; on TOR2: rstp."),
            pair("vltPeerLagAlone", " vlt-peer-lag port-channel 11\n", "", """
                    Port-channel 11 of TOR2 takes Port-channel 11 of TOR1 as its other half, which does not say so."""),
            pair("vltPeerLagVlans", " tagged Port-channel 11\n", "", """
                    Port-channel 11 of TOR1 carries VLAN 1 untagged, its other half Port-channel 11 of TOR2 carries \
                    VLAN 7 tagged."""),
            pair("vltPeerLagProtocol",
                    " port-channel-protocol LACP\n  port-channel 11 mode active\n no shutdown\n",
                    " no shutdown\ninterface Port-channel 11\n channel-member te 0/2\n",
                    """
                            Port-channel 11 of TOR1 and its other half Port-channel 11 of TOR2 do not both use LACP."""),
            pair("vltSubnets", "10.8.0.2/24", "10.88.0.2/24",
                    "VLAN 8 is 10.88.0.2/24 on TOR1 and 10.8.0.3/24 on TOR2."),
            pair("vltVirtual", "virtual-address 10.7.0.1", "virtual-address 10.7.0.9", """
                    The virtual routers of VLAN 7 differ: TOR1 has 7: 10.7.0.9, TOR2 has 7: 10.7.0.1."""),
            pair("vltVirtual", " vrrp-group 7\n  virtual-address 10.7.0.1\n", "", """
                    The virtual routers of VLAN 7 differ: TOR1 has none, TOR2 has 7: 10.7.0.1."""),
            pair("peerName", " channel-member", " description Link to TOR2-old\n channel-member", """
                    The descriptions on TOR1 call its peer "TOR2-old"; the peer calls itself "TOR2"."""),
            pair("peerCables", "dcb enable\n", "dcb enable\n", """
                    The cables of the peer link are drawn port by port: TenGigabitEthernet 0/46-47 of TOR1 to \
                    TenGigabitEthernet 0/46-47 of TOR2."""),
            pair("peerCablesUnknown", "0/46-47", "0/46", """
                    The cables of the peer link are not drawn: TenGigabitEthernet 0/46 of TOR1 and \
                    TenGigabitEthernet 0/46-47 of TOR2 cannot be paired."""),
            one("neighbourNamed", " port-channel-protocol LACP\n", " description HV01\n port-channel-protocol LACP\n", """
                    TenGigabitEthernet 0/2 of TOR1: up, and the device behind is not among these files; the \
                    description says "HV01"."""),
            one("neighbourUnnamed", "dcb enable\n", "dcb enable\n", """
                    TenGigabitEthernet 0/1-2,46-47 of TOR1: up, and nothing says what is behind."""),
            one("furtherVirtualRouters", " vrrp-group 7\n",
                    " vrrp-group 7\n  virtual-address 10.7.0.1\n vrrp-group 8\n",
                    "VLAN 7 of TOR1 has several virtual routers."));

    @TestFactory
    Stream<DynamicTest> whatIsMadeWrongIsNamed() {
        return CASES.stream().map(c -> DynamicTest.dynamicTest(c.key() + ": " + c.what(), () -> {
            List<String> said = notices(c.first(), c.second()).stream().map(ImportNotice::what).toList();
            assertTrue(said.contains(c.what()), () -> c.what() + "\nis not among\n" + String.join("\n", said));
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyNoticeShowsItsLinesAndSaysWhatFollows() {
        return CASES.stream().map(c -> DynamicTest.dynamicTest(c.key(), () -> {
            ImportNotice notice = notices(c.first(), c.second()).stream().filter(n -> n.what().equals(c.what()))
                    .findFirst().orElseThrow();
            assertTrue(!notice.where().isEmpty() && notice.where().stream().noneMatch(line -> line.text().isBlank()));
            assertTrue(notice.consequence().length() > 20 && notice.consequence().endsWith("."));
            assertTrue(!(notice.what() + notice.consequence()).contains("{"), notice.what());
        }));
    }

    @Test
    void nothingIsWrongWithASoundPair() {
        assertEquals(List.of(
                "The cables of the peer link are drawn port by port: TenGigabitEthernet 0/46-47 of TOR1 to "
                        + "TenGigabitEthernet 0/46-47 of TOR2.",
                "TenGigabitEthernet 0/1-2 of TOR1: up, and nothing says what is behind.",
                "TenGigabitEthernet 0/1-2 of TOR2: up, and nothing says what is behind."),
                notices(SOUND, Optional.of(PEER)).stream().map(ImportNotice::what).toList());
    }

    @Test
    void differentVlansOnTheTwoSwitchesAreNoFault() {
        String other =
                with(PEER, "interface Vlan 8\n", "interface Vlan 9\n").replace("multicast vlan 8", "multicast vlan 9");
        assertEquals(List.of(), faults(SOUND, other));
    }

    @Test
    void aSwitchWithoutAPeerOnPurposeIsNoFault() {
        String alone = with(with(SOUND, SOUND.substring(SOUND.indexOf("vlt domain"), SOUND.indexOf("dcb enable")), ""),
                " vlt-peer-lag port-channel 11\n", "");
        assertEquals(List.of(), notices(alone, Optional.empty()).stream()
                .filter(notice -> notice.gravity().compareTo(ImportNotice.Gravity.REMARK) <= 0).toList());
    }

    @Test
    void halvesWithDifferentNumbersThatNameEachOtherAreNoFault() {
        String other = PEER.replace("interface Port-channel 11\n", "interface Port-channel 21\n")
                .replace("port-channel 11 mode", "port-channel 21 mode")
                .replace("tagged Port-channel 11", "tagged Port-channel 21");
        assertEquals(List.of(),
                faults(with(SOUND, "vlt-peer-lag port-channel 11", "vlt-peer-lag port-channel 21"), other));
    }

    @Test
    void noSpanningTreeNeedsNoEdgePorts() {
        String without = with(SOUND, " spanning-tree rstp edge-port bpduguard\n", "").replace(" no disable\n", "");
        String peer = with(PEER, " spanning-tree rstp edge-port bpduguard\n", "").replace(" no disable\n", "");
        assertEquals(List.of(), faults(without, peer));
    }

    @Test
    void aPortChannelThatIsShutMayBeEmpty() {
        String reserve = SOUND + "interface Port-channel 77\n shutdown\n";
        assertEquals(List.of(), faults(reserve, PEER));
    }

    @Test
    void aSmallerMtuOnALagThanOnItsMembersIsNoFault() {
        assertEquals(List.of(), faults(with(SOUND, " mtu 9216\n switchport", " mtu 1554\n switchport"),
                with(PEER, " mtu 9216\n switchport", " mtu 1554\n switchport")));
    }

    @Test
    void everySentenceHasACase() {
        Set<String> written = new TreeSet<>();
        ResourceBundle.getBundle("io.plumbline.importer.texts").keySet().stream()
                .filter(key -> key.startsWith("notice.") && key.endsWith(".then"))
                .forEach(key -> written.add(key.substring("notice.".length(), key.length() - ".then".length())));
        Set<String> tried = new TreeSet<>(CASES.stream().map(Case::key).toList());
        assertEquals(written, tried);
        assertTrue(written.size() > 40);
    }

    private static List<ImportNotice> notices(String first, Optional<String> second) {
        List<SourceFile> files = new ArrayList<>();
        files.add(file("TOR1.cfg", first));
        second.ifPresent(text -> files.add(file("TOR2.cfg", text)));
        try {
            ImportReport report = Os9Import.read(files, Design.empty("rack")).report();
            assertEquals(List.of(), report.notUnderstood());
            return report.notices();
        } catch (UnusableInput e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> faults(String first, String second) {
        return notices(first, Optional.of(second)).stream()
                .filter(notice -> notice.gravity().compareTo(ImportNotice.Gravity.REMARK) <= 0)
                .map(ImportNotice::what).toList();
    }

    private static SourceFile file(String name, String text) {
        return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
