package io.plumbline.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.check.Report;
import io.plumbline.model.Cable;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.MtuAccounting;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.Vm;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunbookTest {

    private static Design pair(String firstHost, int jumboPacket) {
        Design design = Design.empty("Two nodes").with(
                Element.with(FailoverCluster.of(new Id("fc-1"), "HVC1"), "lmNetworks", List.of()),
                Element.with(ClusterNetwork.of(new Id("cn-1"), "CSV1+LM2"), "prefix", "10.10.1.0/24"),
                Element.with(Element.with(SwitchModel.of(new Id("model"), "PC8132"), "accountingKind",
                        MtuAccounting.FRAME_FCS), "maxMtuBytes", 9216),
                Element.with(Switch.of(new Id("sw-1"), "PC8132-1"), "model", "model"));
        design = design.with(Element.with(design.element(new Id("fc-1")), "lmNetworks", List.of("cn-1")));
        for (int h = 1; h <= 2; h++) {
            Element host =
                    Element.with(Host.of(new Id("h-" + h), h == 1 ? firstHost : "HV2"), "failoverCluster", "fc-1");
            host = Element.with(Element.with(host, "osVersion", "2012R2"), "lm.option", "smb");
            Element nic = PhysicalNic.of(new Id("n-" + h), "SLOT41", host.id());
            nic = Element.with(Element.with(nic, "jumboPacket", jumboPacket), "linkSpeedMbps", 10000);
            nic = Element.with(nic, "ip.addresses", List.of(IpAssignment.of(IpAddress.parse("10.10.1." + h))));
            Element port = Element.with(SwitchPort.of(new Id("p-" + h), "te1/0/" + h, new Id("sw-1")), "mtu", 9216);
            design = design.with(host, nic, port, Cable.of(new Id("c-" + h), "", nic.id(), port.id()));
        }
        return design;
    }

    private static Document document(Design design) {
        return Runbook.of(Report.of(design), LocalDate.of(2026, 11, 21), "1.0", Optional.empty());
    }

    private static Stream<Block> all(Block block) {
        return block instanceof Block.Section(_, List<Block> blocks)
                ? Stream.concat(Stream.of(block), blocks.stream().flatMap(RunbookTest::all)) : Stream.of(block);
    }

    private static List<Block> blocks(Document document) {
        return document.sections().stream().flatMap(RunbookTest::all).toList();
    }

    private static List<Block.Check> checks(Document document) {
        return blocks(document).stream().filter(Block.Check.class::isInstance).map(Block.Check.class::cast).toList();
    }

    private static Block.Table table(Document document, String caption) {
        return blocks(document).stream().filter(Block.Table.class::isInstance).map(Block.Table.class::cast)
                .filter(table -> table.caption().equals(caption)).findFirst().orElseThrow();
    }

    @Test
    void everyPairIsPingedInBothDirectionsWithTheComputedSize() {
        List<String> commands = checks(document(pair("HV1", 9014))).stream()
                .filter(check -> check.title().startsWith("From "))
                .map(check -> check.where() + ": " + check.commands().text())
                .toList();
        assertEquals(List.of(
                "HV1: ping.exe -f -l 8972 -n 4 -S 10.10.1.1 10.10.1.2\nping.exe -f -l 8973 -n 4 -S 10.10.1.1 10.10.1.2",
                "HV2: ping.exe -f -l 8972 -n 4 -S 10.10.1.2 10.10.1.1\nping.exe -f -l 8973 -n 4 -S 10.10.1.2 10.10.1.1"),
                commands);
    }

    @Test
    void theMtuTableShowsTheArithmetic() {
        assertEquals(
                List.of("CSV1+LM2", "HV1/SLOT41", "HV2/SLOT41", "9600 (9614 - 14)",
                        "port te1/0/1 of PC8132-1 9198 (9216 - 18), port te1/0/2 of PC8132-1 9198 (9216 - 18)",
                        "9600 (9614 - 14)", "port te1/0/1 of PC8132-1", "9170"),
                table(document(pair("HV1", 9614)), "MTU along each path, in bytes of IP").rows().getFirst());
    }

    @Test
    void namesAreQuotedForPowerShell() {
        Design design = pair("HV1", 9014);
        Element nic = Element.with(design.element(new Id("n-1")), "name", "it's'; Remove-Item C:\\ # ‘x’\n$(evil)");
        String command = checks(document(design.with(nic))).stream()
                .filter(check -> check.title().startsWith("JumboPacket")).findFirst().orElseThrow().commands().text();
        assertTrue(command.startsWith("Get-NetAdapterAdvancedProperty -Name "
                + "'it''s''; Remove-Item C:\\ # ‘‘x’’ $(evil)' -RegistryKeyword"), command);
    }

    private static Block.Check check(Document document, String title) {
        return checks(document).stream().filter(check -> check.title().equals(title)).findFirst().orElseThrow();
    }

    @Test
    void whatNoDocumentSaysIsNotExpected() {
        Design design = pair("HV1", 9614);
        Element model = Element.with(design.element(new Id("model")), "accountingKind", MtuAccounting.UNKNOWN);
        Block.Check check = check(document(design.with(model)), "From HV1/SLOT41 on CSV1+LM2");
        assertEquals(1, check.commands().text().lines().count(), check.commands().text());
        assertTrue(check.expected().endsWith("4 replies; more may pass, because no document says how port te1/0/1 of "
                + "PC8132-1 counts."), check.expected());
    }

    @Test
    void thePingThatFailsIsExpectedWithItsWords() {
        assertEquals("8972 bytes to 10.10.1.2: 4 replies; 8973 bytes: 'Packet needs to be fragmented but DF set.'.",
                check(document(pair("HV1", 9014)), "From HV1/SLOT41 on CSV1+LM2").expected());
    }

    @Test
    void dontFragmentIsOnlyPingedOverIpv4() {
        Design design = pair("HV1", 9014);
        Element six = Element.with(design.element(new Id("n-2")), "ip.addresses",
                List.of(IpAssignment.of(IpAddress.parse("fd00::2"))));
        assertTrue(checks(document(design.with(six))).stream()
                .noneMatch(check -> check.commands().text().contains("fd00::2")), "ping -f knows IPv4 only.");
    }

    @Test
    void theAdaptersOfTheManagementOsAreCheckedUnderTheNameWindowsGivesThem() {
        Element vNic = VirtualNic.of(new Id("v-1"), "LM", new Id("h-1"));
        Block.Check check = check(document(pair("HV1", 9014).with(vNic)), "JumboPacket and link speed of HV1");
        assertEquals("""
                Get-NetAdapterAdvancedProperty -Name 'SLOT41','vEthernet (LM)' -RegistryKeyword '*JumboPacket' | \
                Format-Table -Property 'Name','RegistryValue','DisplayValue'
                Get-NetAdapter -Name 'SLOT41','vEthernet (LM)' | Format-Table -Property 'Name','LinkSpeed','Status'""",
                check.commands().text());
        assertEquals("RegistryValue: SLOT41 9014, vEthernet (LM) 1514. LinkSpeed: SLOT41 10 Gbps. Every Status is Up.",
                check.expected());
    }

    @Test
    void theNetworksThatTheClusterChoseAreNamed() {
        Element other = Element.with(ClusterNetwork.of(new Id("cn-2"), "Management"), "role", "3");
        Block.Check check = check(document(pair("HV1", 9014).with(other)), "Networks of HVC1");
        assertEquals("""
                Get-ClusterNetwork -Cluster 'HVC1' | Format-Table -Property \
                'Name','Role','Address','AddressMask','Metric','AutoMetric','State'
                Get-ClusterNetwork -Cluster 'HVC1' | Format-List -Property 'Name','Id'
                Get-ClusterResourceType -Cluster 'HVC1' -Name 'Virtual Machine' | Get-ClusterParameter -Name \
                'MigrationExcludeNetworks','MigrationNetworkOrder' | Format-List -Property 'Name','Value'""",
                check.commands().text());
        assertEquals("Exactly these networks, each Up: CSV1+LM2 (role 1, 10.10.1.0/24) and Management (role 3). "
                + "MigrationNetworkOrder holds the ids of CSV1+LM2; MigrationExcludeNetworks holds those of Management.",
                check.expected());
    }

    @Test
    void theHostsOwnMigrationSettingsAreChecked() {
        assertEquals("UseAnyNetworkForMigration False; VirtualMachineMigrationPerformanceOption SMB; "
                + "MaximumVirtualMachineMigrations 2.",
                check(document(pair("HV1", 9014)), "Live migration settings of HV1").expected());
    }

    @Test
    void aTestVmIsMovedAndWatched() {
        Block.Check check = check(document(pair("HV1", 9014)), "HV1 to HV2: migrate a test VM");
        assertEquals("""
                # in a second window, before the move:
                Get-Counter -Counter '\\Network Interface(*)\\Bytes Sent/sec' -SampleInterval 1 -MaxSamples 30
                # then in the first one:
                Move-ClusterVirtualMachineRole -Cluster 'HVC1' -Name 'TEST01' -Node 'HV2' -MigrationType 'Live'
                Get-SmbMultichannelConnection | Format-Table -Property \
                'ClientInterfaceFriendlyName','ClientIpAddress','ServerIpAddress','ClientRdmaCapable','CurrentChannels'
                Get-ClusterGroup -Cluster 'HVC1' -Name 'TEST01' | Format-List -Property 'OwnerNode','State'""",
                check.commands().text());
        assertTrue(check.expected().startsWith("TEST01 stands for your test VM. While it moves, CSV1+LM2 carries the "
                + "traffic and nothing else does; the SMB connections have addresses of no other network. Then "
                + "OwnerNode is HV2 and State is Online."), check.expected());
    }

    @Test
    void onlyUnicastNodesNeedMacAddressSpoofing() {
        Design design = pair("HV1", 9014).with(Vm.of(new Id("vm-1"), "WEB01", new Id("h-1")),
                VirtualNic.of(new Id("v-1"), "NLB", new Id("vm-1")));
        Element cluster = Element.with(NlbCluster.of(new Id("nlb-1"), "WEB"), "primaryVip", "172.31.3.232");
        cluster = Element.with(cluster, "nodes", List.of(NlbNode.of(new Id("v-1"))));
        Document unicast = document(design.with(Element.with(cluster, "mode", "unicast")));
        Block.Check spoofing = check(unicast, "MAC address spoofing of WEB01/NLB");
        assertEquals("the host that owns WEB01, HV1 in the design", spoofing.where());
        assertEquals("Get-VMNetworkAdapter -VMName 'WEB01' -Name 'NLB' | "
                + "Format-Table -Property 'VMName','Name','MacAddressSpoofing','MacAddress'",
                spoofing.commands().text());
        Document igmp = document(design.with(Element.with(cluster, "mode", "igmpMulticast")));
        assertTrue(checks(igmp).stream().noneMatch(each -> each.title().startsWith("MAC address spoofing")));
        assertEquals("ip2mac prints 01-00-5E-7F-03-E8. The mode is IGMP multicast. Every node is Converged, one of "
                + "them Converged(default); none is Misconfigured.", check(igmp, "NLB cluster WEB").expected());
    }

    @Test
    void anNlbClusterIsListedWithItsMacInEveryNotation() {
        Element cluster = NlbCluster.of(new Id("nlb-1"), "WEB");
        cluster = Element.with(Element.with(cluster, "mode", "igmpMulticast"), "primaryVip", "172.31.3.232");
        List<String> row = table(document(pair("HV1", 9014).with(cluster)), "NLB clusters").rows().getFirst();
        assertEquals(List.of("WEB", "IGMP multicast", "172.31.3.232", "–"), row.subList(0, 4));
        assertEquals(List.of("01-00-5E-7F-03-E8", "0100.5e7f.03e8", "01:00:5e:7f:03:e8", "239.255.3.232"),
                row.subList(5, 9));
    }

    @Test
    void theUnknownIsPrintedAsUnknown() {
        Design design = pair("HV1", 9014);
        Design unknown = design.with(Element.with(design.element(new Id("n-1")), "jumboPacket",
                io.plumbline.model.Attribute.unknown()));
        assertEquals("needs jumboPacket of HV1/SLOT41",
                table(document(unknown), "MTU along each path, in bytes of IP").rows().getFirst().get(6));
        assertTrue(table(document(unknown), "Physical NICs").rows().getFirst().contains("not known"));
    }

    @Test
    void theSameDesignGivesTheSameDocument() {
        assertEquals(document(pair("HV1", 9014)), document(pair("HV1", 9014)));
    }

    @Test
    void anEmptyDesignStillGivesADocument() {
        Document document = document(Design.empty("Nothing"));
        assertEquals("Nothing", document.title());
        assertFalse(document.sections().isEmpty());
    }
}
