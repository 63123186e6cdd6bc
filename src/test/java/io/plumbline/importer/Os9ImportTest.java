package io.plumbline.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Approved;
import io.plumbline.catalog.Catalog;
import io.plumbline.check.Finding;
import io.plumbline.check.Report;
import io.plumbline.file.DesignFile;
import io.plumbline.file.UnreadableDesign;
import io.plumbline.importer.LineReading.Fate;
import io.plumbline.model.Attribute;
import io.plumbline.model.Bytes;
import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.FhrpProtocol;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.L3Interface;
import io.plumbline.model.LacpMode;
import io.plumbline.model.Lag;
import io.plumbline.model.LagProtocol;
import io.plumbline.model.MlagPair;
import io.plumbline.model.MlagTechnology;
import io.plumbline.model.PortMode;
import io.plumbline.model.Querier;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.SwitchStack;
import io.plumbline.model.Vlan;
import io.plumbline.model.VlanId;
import io.plumbline.model.VlanSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Os9ImportTest {

    private static final SourceFile TOR1 = real("TOR1.cfg");
    private static final SourceFile TOR2 = real("TOR2.cfg");

    private static final Design RACK = read(TOR1, TOR2).design("Rack 1");

    @Test
    void theReportOfTheRealRackReadsAsApproved() {
        Approved.check("importer/dell-s4810-hyperv-rack.txt", read(TOR1, TOR2).report().toText());
    }

    @Test
    void everyPortIsThereWithItsStateModeAndVlans() {
        for (String name : List.of("Rack1_TOR", "Rack1_TOR2")) {
            Map<String, Long> ports = RACK.all(SwitchPort.class).filter(port -> port.onSwitch().equals(sw(name).id()))
                    .collect(Collectors.groupingBy(Os9ImportTest::words, TreeMap::new, Collectors.counting()));
            assertEquals("""
                    10000 down, access 0: 18
                    10000 down, access 4: 1
                    10000 up, as its LAG: 9
                    10000 up, trunk 7-12 native 12, lossless 3: 36""",
                    ports.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue())
                            .collect(Collectors.joining("\n")));
        }
    }

    private static String words(SwitchPort port) {
        var set = port.configuration();
        String mode = set.mode().isUnset() ? "as its LAG"
                : set.mode().is(PortMode.ACCESS) ? "access " + set.accessVlan().orElse(null)
                        : "trunk " + set.allowedVlans().orElse(null) + " native " + set.nativeVlan().orElse(null);
        String lossless = set.pfcEnabled().is(true)
                ? ", lossless " + set.pfcPriorities().orElse(List.of()).stream().map(String::valueOf)
                        .collect(Collectors.joining(","))
                : "";
        return port.speedMbps().orElse(null) + (port.adminUp().orElse(true) ? " up, " : " down, ") + mode + lossless;
    }

    @Test
    void noPortHasAnMtuWhereTheFileNamesNone() {
        assertTrue(RACK.all(SwitchPort.class).allMatch(port -> port.configuration().mtu().isUnset()));
        assertTrue(RACK.all(Lag.class).allMatch(lag -> lag.configuration().mtu().isUnset()));
    }

    @Test
    void portChannelsHaveTheirMembersAndProtocol() {
        assertEquals(
                """
                Port-channel 100: static of TenGigabitEthernet 0/45, TenGigabitEthernet 0/46, TenGigabitEthernet 0/47
                Port-channel 50: lacp active of TenGigabitEthernet 0/48, TenGigabitEthernet 0/49, TenGigabitEthernet 0/50
                Port-channel 51: lacp active of TenGigabitEthernet 0/52, TenGigabitEthernet 0/53, TenGigabitEthernet 0/54""",
                RACK.all(Lag.class).filter(lag -> lag.owner().is(sw("Rack1_TOR").id()))
                        .map(lag -> lag.name() + ": " + lag.protocol().orElse(null).word()
                                + lag.lacpMode().find().map(mode -> " " + mode.word()).orElse("") + " of "
                                + lag.memberPorts().stream().map(id -> RACK.element(id).name())
                                        .collect(Collectors.joining(", ")))
                        .sorted().collect(Collectors.joining("\n")));
    }

    @Test
    void theVltDomainIsOnePairWithItsPeerLink() {
        MlagPair pair = RACK.all(MlagPair.class).findFirst().orElseThrow();
        assertEquals(List.of(sw("Rack1_TOR").id(), sw("Rack1_TOR2").id()), pair.switches());
        assertTrue(pair.technology().is(MlagTechnology.VLT));
        assertTrue(pair.domainIds().is(List.of(100, 100)));
        assertEquals("[DE-AD-00-BE-EF-01, DE-AD-00-BE-EF-01]", pair.systemMacs().orElse(List.of()).toString());
        Lag peerLink = RACK.element(pair.peerLink().find().orElseThrow(), Lag.class);
        assertEquals("Port-channel 100", peerLink.name());
        assertTrue(peerLink.configuration().mode().is(PortMode.TRUNK));
        assertTrue(peerLink.configuration().allowedVlans().is(VlanSet.ALL));
        assertTrue(peerLink.configuration().nativeVlan().is(new VlanId(1)));
    }

    @Test
    void theCablesOfThePeerLinkJoinEqualPorts() {
        List<String> cables = RACK.all(Cable.class)
                .map(cable -> RACK.element(cable.endA()).name() + " - " + RACK.element(cable.endB()).name()).sorted()
                .toList();
        assertEquals(IntStream.rangeClosed(45, 47)
                .mapToObj(i -> "TenGigabitEthernet 0/" + i + " - TenGigabitEthernet 0/" + i).toList(), cables);
    }

    @Test
    void everyRoutedVlanHasItsAddressAndVirtualRouter() {
        assertEquals("""
                Loopback 0 10.0.1.73/32
                ManagementEthernet 0/0 10.0.0.149/28 in management
                Port-channel 50 10.0.0.25/31
                Port-channel 51 10.0.0.43/31
                Vlan 10 10.0.10.130/26 vrrp 10 10.0.10.129
                Vlan 11 10.0.11.2/25 vrrp 11 10.0.11.1
                Vlan 12 10.0.10.194/26 vrrp 12 10.0.10.193
                Vlan 7 10.0.3.2/26 vrrp 7 10.0.3.1
                Vlan 8 10.0.10.2/26 vrrp 8 10.0.10.1
                Vlan 9 10.0.10.66/26 vrrp 9 10.0.10.65""",
                RACK.all(L3Interface.class).filter(l3 -> l3.device().equals(sw("Rack1_TOR").id()))
                        .map(l3 -> l3.name() + " "
                                + l3.addresses().orElse(List.of()).stream().map(String::valueOf)
                                        .collect(Collectors.joining(", "))
                                + l3.fhrpGroup().find().map(group -> " " + group.protocol().orElse(null).word() + " "
                                        + group.group().orElse(0) + " " + group.virtualIp().orElse(null)).orElse("")
                                + l3.addressSpaceId().find().map(space -> " in " + space).orElse(""))
                        .sorted().collect(Collectors.joining("\n")));
    }

    @Test
    void theSwitchSaysWhatRunsOnIt() {
        Switch tor = sw("Rack1_TOR");
        assertTrue(tor.configuration().platform().os().is("os9"));
        assertTrue(tor.configuration().platform().release().is("9.9(0.0)"));
        assertTrue(tor.configuration().stpEnabled().is(true));
        assertTrue(tor.configuration().losslessPriorities().is(List.of(3)));
        assertTrue(tor.configuration().routes().is(true));
        assertTrue(tor.configuration().igmpSnooping().standard().is(false));
    }

    @Test
    void vlansOfBothFilesAreOneVlanEach() {
        assertEquals("1 VLAN 1, 2 UnusedPorts, 3 BadPorts, 4 ReservedPorts, 7 Management, 8 Storage1, 9 Storage2, "
                + "10 Transit, 11 HNVPA, 12 Deploy",
                RACK.all(Vlan.class).sorted((a, b) -> a.vlanId().orElse(null).compareTo(b.vlanId().orElse(null)))
                        .map(vlan -> vlan.vlanId().orElse(null) + " " + vlan.name()).collect(Collectors.joining(", ")));
    }

    @Test
    void noSecretReachesTheDesignOrTheReport() {
        Os9Import read = read(TOR1, TOR2);
        String everything = read.design("x").all().toList() + read.report().toString() + read.report().toText();
        assertFalse(everything.contains("Cloud_R"));
        assertEquals(10, read.report().secrets().size());
    }

    @Test
    void theOrderOfTheFilesMakesNoDifference() {
        assertEquals(RACK, read(TOR2, TOR1).design("Rack 1"));
    }

    /// What is wrong in these files the import names itself; without hosts no rule has anything to add.
    @Test
    void theRulesSayNothingMoreAboutTheRack() {
        Report report = Report.of(RACK);
        assertEquals(List.of(), report.findings().stream().map(Finding::message).toList());
        assertEquals(List.of(), report.defects());
    }

    @Test
    void theImportedRackIsTheSameAfterSavingAndOpening() throws UnreadableDesign {
        String saved = DesignFile.write(RACK);
        assertEquals(RACK,
                DesignFile.read("rack.plumb", new ByteArrayInputStream(saved.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void theSameImportAgainChangesNothing() throws UnusableInput {
        Os9Import again = Os9Import.read(List.of(TOR1, TOR2), RACK);
        assertEquals(RACK, again.edit().applyTo(RACK));
        assertEquals(Map.of(), again.report().added());
        assertEquals(Map.of(), again.report().changed());
    }

    @Test
    void whatIsDrawnAlreadyIsChangedInPlace() throws UnusableInput {
        Switch drawn = Switch.of(new Id("mine"), "Rack1_TOR");
        SwitchPort port = SwitchPort.of(new Id("p"), "TenGigabitEthernet 0/1", drawn.id());
        port = Element.with(port, "note", "patched by Eva");
        Vlan vlan = Element.with(Vlan.of(new Id("v"), "Verwaltung"), "vlanId", 7);
        Design before = Design.empty("x").with(drawn, port, vlan);
        Os9Import read = Os9Import.read(List.of(TOR1), before);
        Design after = read.edit().applyTo(before);
        assertEquals(1, after.all(Switch.class).count());
        assertEquals(64, after.all(SwitchPort.class).count());
        SwitchPort changed = after.element(new Id("p"), SwitchPort.class);
        assertTrue(changed.configuration().mode().is(PortMode.TRUNK));
        assertTrue(changed.about().note().is("patched by Eva"));
        assertEquals("Verwaltung", after.element(new Id("v")).name());
        assertEquals(Map.of(Kind.SWITCH, 1, Kind.SWITCH_PORT, 1, Kind.VLAN, 1), read.report().changed());
    }

    @Test
    void theModelComesOutOfTheCatalogue() {
        assertEquals(List.of(Catalog.load().model(new Id("dell-force10-s4810"))), RACK.all(SwitchModel.class).toList());
        assertTrue(RACK.all(Switch.class).allMatch(sw -> sw.model().is(new Id("dell-force10-s4810"))));
    }

    @Test
    void aModelThatTheCatalogueDoesNotKnowIsLeftOpen() {
        assertTrue(design("hostname SW\nstack-unit 0 provision S9999\n").all(Switch.class)
                .allMatch(sw -> sw.model().isUnset()));
    }

    @Test
    void everyOtherSettingOfPortsAndSwitchesIsTakenOver() {
        Design design = design("""
                hostname SW
                ip igmp snooping enable
                ip vlan-flooding
                vlt domain 1
                 peer-link port-channel 128
                 peer-routing
                lacp ungroup member-independent vlt
                interface GigabitEthernet 0/1
                 mtu 12000
                 speed 100
                 duplex half
                 switchport
                 spanning-tree rstp edge-port
                 no shutdown
                interface GigabitEthernet 0/2
                 portmode hybrid
                 switchport
                 no shutdown
                interface GigabitEthernet 0/3
                 switchport
                interface fortyGigE 0/60
                 port-channel-protocol LACP
                  port-channel 11 mode passive
                 no shutdown
                interface Port-channel 11
                 mtu 9252
                 switchport
                 lacp long-timeout
                 vlt-peer-lag port-channel 11
                 spanning-tree rstp edge-port bpduguard
                 no shutdown
                interface Vlan 5
                 description five and more
                 name five
                 ip address 10.5.0.1 255.255.255.0
                 ip mtu 9000
                 tagged GigabitEthernet 0/2-3
                 ip igmp snooping querier
                 no shutdown
                interface Vlan 6
                 tagged Port-channel 11
                 untagged GigabitEthernet 0/2
                 no ip igmp snooping
                arp 10.5.0.232 03:bf:0a:05:00:e8 Port-channel 11
                mac-address-table static 03:bf:0a:05:00:e8 multicast vlan 5 range-output Gi 0/1,Po 11
                """);
        SwitchPort first = port(design, "GigabitEthernet 0/1");
        assertEquals("100 up, access 1", words(first));
        assertTrue(first.configuration().mtu().is(new Bytes(12000)));
        assertTrue(first.configuration().stpEdge().is(true) && first.configuration().bpduGuard().is(false));
        assertEquals("half", first.duplex().orElse(null).word());
        assertEquals("1000 up, trunk 5-6 native 6", words(port(design, "GigabitEthernet 0/2")));
        assertEquals("1000 down, trunk 5 native 0", words(port(design, "GigabitEthernet 0/3")));
        assertEquals("40000 up, as its LAG", words(port(design, "fortyGigE 0/60")));
        Lag lag = design.all(Lag.class).findFirst().orElseThrow();
        assertTrue(lag.protocol().is(LagProtocol.LACP) && lag.lacpMode().is(LacpMode.PASSIVE));
        assertEquals("slow", lag.lacpRate().orElse(null).word());
        assertTrue(lag.fallback().is(true) && lag.mlagId().is(11) && lag.configuration().bpduGuard().is(true));
        assertTrue(lag.configuration().allowedVlans().is(VlanSet.of(6)));
        L3Interface gateway = design.all(L3Interface.class).findFirst().orElseThrow();
        assertTrue(gateway.ipMtu().is(new Bytes(9000)));
        assertTrue(gateway.fhrpGroup().find().orElseThrow().protocol().is(FhrpProtocol.VLT_PEER_ROUTING));
        assertEquals("10.5.0.232 03-BF-0A-05-00-E8", gateway.staticArp().orElse(List.of()).stream()
                .map(entry -> entry.ip() + " " + entry.mac()).collect(Collectors.joining()));
        Switch sw = design.all(Switch.class).findFirst().orElseThrow();
        assertTrue(sw.configuration().igmpSnooping().standard().is(true));
        assertEquals("{6=false}", sw.configuration().igmpSnooping().perVlan().orElse(null).toString());
        assertEquals(Map.of(new VlanId(5), Querier.SELF), sw.configuration().querier().orElse(null));
        assertTrue(sw.configuration().vlanFlooding().is(true) && sw.configuration().stpEnabled().is(false));
        assertEquals(List.of(port(design, "GigabitEthernet 0/1").id(), lag.id()),
                sw.configuration().staticMacEntries().orElse(List.of()).getFirst().ports().orElse(null));
        assertTrue(design.all(Vlan.class).anyMatch(vlan -> vlan.name().equals("five")
                && vlan.about().note().is("five and more")));
    }

    @Test
    void twoProvidedUnitsAreAStack() {
        Design design = design("""
                hostname SW
                stack-unit 0 provision S4810
                stack-unit 1 provision S4810
                interface TenGigabitEthernet 0/0
                 port-channel-protocol LACP
                  port-channel 1 mode active
                 no shutdown
                interface TenGigabitEthernet 1/0
                 port-channel-protocol LACP
                  port-channel 1 mode active
                 no shutdown
                interface Port-channel 1
                 switchport
                 no shutdown
                """);
        SwitchStack stack = design.all(SwitchStack.class).findFirst().orElseThrow();
        assertEquals("SW unit 0 in SW as 0, SW unit 1 in SW as 1", design.all(Switch.class)
                .map(sw -> sw.name() + " in " + design.element(sw.stack().orElse(null)).name() + " as "
                        + sw.stackUnit().orElse(null))
                .sorted().collect(Collectors.joining(", ")));
        assertEquals("SW unit 1", design.element(port(design, "TenGigabitEthernet 1/0").onSwitch()).name());
        assertEquals(Attribute.of(stack.id()), design.all(Lag.class).findFirst().orElseThrow().owner());
    }

    @Test
    void aPortChannelThatIsShutTakesItsMembersWithIt() {
        Design design = design("""
                interface TenGigabitEthernet 0/0
                 no shutdown
                interface Port-channel 1
                 channel-member te 0/0
                 shutdown
                """);
        assertTrue(port(design, "TenGigabitEthernet 0/0").adminUp().is(false));
    }

    @Test
    void aFileReadFromDiskIsCalledByItsNameAlone(@TempDir Path folder) throws IOException, UnusableInput {
        Path file =
                Files.write(folder.resolve("TOR1.cfg"), RealConfigurations.bytes("dell-s4810-hyperv-rack/TOR1.cfg"));
        assertEquals("TOR1.cfg",
                Os9Import.read(List.of(SourceFile.read(file)), Design.empty("x"))
                        .report().sources().getFirst().file());
    }

    @Test
    void theFilesAreReadInEveryEncoding() throws UnusableInput {
        String text = RealConfigurations.text("dell-s4810-hyperv-rack/TOR1.cfg").replace("\n", "\r\n");
        for (byte[] bytes : List.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8))) {
            assertEquals(read(TOR1).design("x"), Os9Import.read(List.of(new SourceFile("TOR1.cfg", bytes)),
                    Design.empty("x")).design("x"));
        }
    }

    @Test
    void theSameFileTwiceIsRefused() {
        assertEquals("TOR1.cfg and copy.cfg hold the same text. Name the configuration of each switch once.",
                refusal(TOR1, new SourceFile("copy.cfg", RealConfigurations.bytes("dell-s4810-hyperv-rack/TOR1.cfg"))));
    }

    @Test
    void twoSwitchesOfOneNameAreRefused() {
        assertEquals("""
                TOR1.cfg and old.cfg both call themselves Rack1_TOR. Name the configuration of each switch once, or \
                give the switches different host names.""",
                refusal(TOR1, new SourceFile("old.cfg",
                        "hostname Rack1_TOR\nvlt domain 1\n".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void oneBadFileAmongGoodOnesIsNamedAndNothingIsImported() {
        assertEquals("empty.cfg is empty. Save the output of \"show running-config\" into it and import it again.",
                refusal(TOR1, new SourceFile("empty.cfg", new byte[0])));
    }

    @Test
    void aMissingFileAndAFolderAreNamed(@TempDir Path folder) {
        Path missing = folder.resolve("TOR9.cfg");
        assertEquals(missing + " does not exist. Check the name and the folder.",
                assertThrows(UnusableInput.class, () -> SourceFile.read(missing)).getMessage());
        assertEquals(folder + " is a folder. Name the configuration files in it one by one.",
                assertThrows(UnusableInput.class, () -> SourceFile.read(folder)).getMessage());
    }

    @Test
    void noFileAtAllIsRefused() {
        assertEquals("There is no file to import. Name one or more running-configurations.", refusal());
    }

    @Test
    void linesThatUnfoldToMillionsOfPortsAreNotUnderstood() {
        ImportReport report = read(new SourceFile("sw.cfg", ("hostname SW\n"
                + "interface Vlan 7\n tagged TenGigabitEthernet 0/1-4096\n".repeat(50_000))
                .getBytes(StandardCharsets.UTF_8))).report();
        assertEquals(100_001, report.sources().getFirst().lines().size());
        assertEquals(50_000 - 500_000 / 4096, report.notUnderstood().size());
    }

    @Test
    void aPortOpenedAHundredThousandTimesIsOnePort() {
        assertEquals(1, design("interface TenGigabitEthernet 0/1\n mtu 9000\n no shutdown\n".repeat(100_000))
                .all(SwitchPort.class).count());
    }

    @Test
    void aLineBeyondEveryCommandIsNotUnderstood() {
        String list = IntStream.range(0, 600).mapToObj(i -> "0/" + i % 48).collect(Collectors.joining(","));
        ImportReport report = read(new SourceFile("sw.cfg", ("interface Vlan 7\n tagged TenGigabitEthernet " + list
                + "\n no shutdown\n").getBytes(StandardCharsets.UTF_8))).report();
        assertEquals(List.of(2), report.notUnderstood().stream().map(SourceLine::number).toList());
    }

    @RepeatedTest(60)
    void noDamageToAFileBreaksTheImport(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        SourceFile one = damaged("TOR1.cfg", random);
        SourceFile two = damaged("TOR2.cfg", random);
        try {
            Os9Import read = Os9Import.read(List.of(one, two), Design.empty("x"));
            assertTrue(read.design("x").size() > 20);
            assertEquals(0, read.report().sources().stream().flatMap(source -> source.lines().stream())
                    .filter(line -> line.fate() == Fate.SET_ASIDE && line.reason().isBlank()).count());
            assertFalse(read.report().toText().contains("{0}"));
        } catch (UnusableInput e) {
            assertTrue(e.getMessage().contains("both call themselves"), e.getMessage());
        }
    }

    private static SourceFile damaged(String file, Random random) {
        List<String> lines =
                new ArrayList<>(RealConfigurations.text("dell-s4810-hyperv-rack/" + file).lines().toList());
        for (int i = 0; i < 80; i++) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            switch (random.nextInt(6)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 2 -> lines.set(at, line.replaceAll("\\d+", String.valueOf(random.nextInt(100_000))));
                case 3 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
                case 4 -> Collections.swap(lines, at, random.nextInt(lines.size()));
                default -> lines.set(at, line.replaceFirst("\\d", "999999999999"));
            }
        }
        return new SourceFile(file, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static SourceFile real(String file) {
        return new SourceFile(file, RealConfigurations.bytes("dell-s4810-hyperv-rack/" + file));
    }

    private static Os9Import read(SourceFile... files) {
        try {
            return Os9Import.read(List.of(files), Design.empty("x"));
        } catch (UnusableInput e) {
            throw new AssertionError(e);
        }
    }

    private static Design design(String text) {
        return read(new SourceFile("sw.cfg", text.getBytes(StandardCharsets.UTF_8))).design("x");
    }

    private static String refusal(SourceFile... files) {
        return assertThrows(UnusableInput.class,
                () -> Os9Import.read(List.of(files), Design.empty("x"))).getMessage();
    }

    private static Switch sw(String name) {
        return RACK.all(Switch.class).filter(sw -> sw.name().equals(name)).findFirst().orElseThrow();
    }

    private static SwitchPort port(Design design, String name) {
        return design.all(SwitchPort.class).filter(port -> port.name().equals(name)).findFirst().orElseThrow();
    }
}
