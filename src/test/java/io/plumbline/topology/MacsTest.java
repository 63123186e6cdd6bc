package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Mac;
import io.plumbline.model.VirtualNic;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MacsTest {

    private static final Mac MAC = Mac.parse("00-15-5D-01-00-07");

    private static List<String> crowd(Sketch sketch, String host) {
        Topology topology = Topology.of(sketch.design());
        return topology.macs().crowd(topology.element(new Id(host), Host.class)).stream().map(each -> each.id().text())
                .toList();
    }

    private static Sketch pool(Sketch sketch, String host, String first, String last) {
        return sketch.set(host, "macPoolMin", first).set(host, "macPoolMax", last);
    }

    private static Sketch chain() {
        return pool(
                pool(pool(Sketch.oneSwitch("multicast"), "HostA", "00-15-5D-01-00-00", "00-15-5D-01-00-FF"), "HostB",
                        "00-15-5D-01-00-F0", "00-15-5D-01-01-FF"),
                "HostC", "00-15-5D-01-01-F0", "00-15-5D-01-02-FF");
    }

    @Test
    void poolsThatOverlapInAChainAreOneCrowd() {
        assertEquals(List.of("HostA", "HostB", "HostC"), crowd(chain(), "HostB"));
    }

    @Test
    void poolsThatOnlyTouchAreApart() {
        Sketch sketch = pool(chain(), "HostC", "00-15-5D-01-02-00", "00-15-5D-01-02-FF");
        assertEquals(List.of("HostA", "HostB"), crowd(sketch, "HostA"));
        assertEquals(List.of("HostC"), crowd(sketch, "HostC"));
    }

    @Test
    void hostsServedByVmmAndPoolsThatAreNotKnownOrTurnedRoundDoNotCount() {
        assertEquals(List.of("HostA"), crowd(chain().set("HostB", "macPoolSource", "vmm"), "HostA"));
        assertEquals(List.of("HostA"), crowd(chain().set("HostB", "macPoolMax", Attribute.unknown()), "HostA"));
        assertEquals(List.of("HostA"), crowd(chain().set("HostB", "macPoolMax", "00-15-5D-00-00-00"), "HostA"));
    }

    @Test
    void adaptersAreNeighboursInOneVlanOfOneDomain() {
        assertTrue(meet(Sketch.unicastWithoutTeams()));
        assertTrue(!meet(Sketch.unicastWithoutTeams().accessVlan("N2/NLB", 20)));
        assertTrue(!meet(Sketch.unicastWithoutTeams().without("A/3-B/3")));
    }

    private static boolean meet(Sketch sketch) {
        Topology topology = Topology.of(sketch.design());
        return !Collections.disjoint(networks(topology, "N1/NLB"), networks(topology, "N2/NLB"));
    }

    private static List<String> networks(Topology topology, String nic) {
        return List
                .copyOf(topology.macs().networks(topology.element(new Id(nic), VirtualNic.class)).find().orElseThrow());
    }

    @Test
    void anUnknownVlanLeavesTheNetworkOpen() {
        Topology topology = Topology.of(Sketch.b0().set("N1/NLB", "vlanId", Attribute.unknown()).design());
        assertEquals("[Missing[element=N1/NLB, attribute=vlanId]]",
                topology.macs().networks(topology.element(new Id("N1/NLB"), VirtualNic.class)).needs().toString());
    }

    @Test
    void anEditOfAMacChangesWhoHoldsIt() {
        Design before = Sketch.b0().set("N1/NLB", "mac", MAC.toString()).design();
        Topology topology = Topology.noting(before);
        Noted<Integer> noted = topology.note(() -> topology.macs().holders(MAC).size());
        assertEquals(1, noted.value());
        Design elsewhere = before.with(Element.with(before.element(new Id("N2/NLB")), "macSpoofing", false));
        assertTrue(!touches(topology.become(elsewhere).orElseThrow(), noted));
        Design after = before.with(Element.with(before.element(new Id("N2/NLB")), "mac", MAC));
        assertTrue(touches(topology.become(after).orElseThrow(), noted));
        assertEquals(2, topology.macs().holders(MAC).size());
    }

    private static boolean touches(Changes changes, Noted<?> noted) {
        return changes.numbers().anyMatch(number -> IntStream.of(noted.reads()).anyMatch(read -> read == number));
    }
}
