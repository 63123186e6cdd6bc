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
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.SwitchPort;
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
        assertEquals(List.of("HV1: ping -f -l 8972 10.10.1.2\nping -f -l 8973 10.10.1.2",
                "HV2: ping -f -l 8972 10.10.1.1\nping -f -l 8973 10.10.1.1"), commands);
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
