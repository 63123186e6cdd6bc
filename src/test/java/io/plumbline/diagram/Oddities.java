package io.plumbline.diagram;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.ClientZone;
import io.plumbline.model.Comment;
import io.plumbline.model.Design;
import io.plumbline.model.Frame;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import io.plumbline.model.MigrationDomain;
import io.plumbline.model.Purpose;
import io.plumbline.model.Router;
import io.plumbline.model.TextLabel;
import java.util.List;
import java.util.Set;

/// Designs with what rarely occurs or is not finished: a converged team with host adapters, several virtual switches, a
/// team with addresses of its own, guests without adapters, hosts without anything, names that are too long.
final class Oddities {
    private Oddities() {}

    static Design converged() {
        Sketch sketch = Sketch.empty("Converged").cluster("HVC").network("Mgmt", "10.0.0.0/24")
                .network("CSV", "10.0.1.0/24").network("LM", "10.0.2.0/24")
                .set("CSV", "purposes", Set.of(Purpose.CSV)).set("LM", "purposes", Set.of(Purpose.LIVE_MIGRATION))
                .set("Mgmt", "purposes", Set.of(Purpose.MANAGEMENT)).stack("Core stack", "SW1", "SW2").ports("SW1", 8)
                .ports("SW2", 8);
        for (int i = 1; i <= 2; i++) {
            String host = "Converged-Host-" + i;
            sketch = sketch.node(host, "2022").nic(host, "pNIC1").nic(host, "pNIC2").rdma(host + "/pNIC1")
                    .rdma(host + "/pNIC2").embedded(host, "", "pNIC1", "pNIC2")
                    .vSwitch(host, "ConvergedSwitch", host + "/")
                    .vNic(host, "Management", "ConvergedSwitch").accessVlan(host + "/Management", 1)
                    .address(host + "/Management", "10.0.0.1" + i)
                    .vNic(host, "SMB-CSV", "ConvergedSwitch").accessVlan(host + "/SMB-CSV", 11)
                    .address(host + "/SMB-CSV", "10.0.1.1" + i)
                    .vNic(host, "LiveMigration", "ConvergedSwitch").accessVlan(host + "/LiveMigration", 12)
                    .address(host + "/LiveMigration", "10.0.2.1" + i)
                    .cable(host + "/pNIC1", "SW1/" + i).cable(host + "/pNIC2", "SW2/" + i);
            for (int vm = 1; vm <= 4 * i; vm++) {
                String guest = "CONTOSO-APP0" + i + vm;
                sketch = sketch.vm(guest, host).vNic(guest, "LAN", "ConvergedSwitch");
            }
        }
        return sketch.cable("SW1/7", "SW2/7").cable("SW1/8", "SW2/8").design();
    }

    static Design unfinished() {
        Sketch sketch = Sketch.empty("Unfinished").host("Empty", "2019").host("Loose", "2016").nic("Loose", "NIC1")
                .vm("Orphan", "Loose").host("Busy", "2012R2");
        for (String nic : List.of("A1", "A2", "B1", "B2", "C1", "D1")) {
            sketch = sketch.nic("Busy", nic);
        }
        return sketch.set("Busy/D1", "linkSpeedMbps", 1000).lbfo("Busy", "LAN-Team", "switchIndependent", "A1", "A2")
                .vSwitch("Busy", "External LAN switch with a very long name", "Busy/LAN-Team/LAN-Team")
                .lbfo("Busy", "Mgmt-Team", "lacp", "B1", "B2").address("Busy/Mgmt-Team/Mgmt-Team", "10.1.1.1")
                .vSwitch("Busy", "Second", "Busy/C1").vSwitch("Busy", "Inside", "Busy/C1")
                .set("Busy/Inside", "uplink", Attribute.unset()).set("Busy/Inside", "type", "internal")
                .vm("Two-legged", "Busy").vNic("Two-legged", "a", "Second").vNic("Two-legged", "b", "Second")
                .vNic("Two-legged", "c", "Inside").vm("Inside only", "Busy").vNic("Inside only", "x", "Inside")
                .device("Hub").set("Hub", "isHub", true).ports("Hub", 4).device("Empty switch")
                .ports("Empty switch", 24)
                .cable("Busy/D1", "Hub/2").with(Router.of(new Id("R"), "Edge"),
                        HardwareLoadBalancer.of(new Id("L"), "ADC"), ClientZone.of(new Id("C"), "Branch offices"),
                        TextLabel.of(new Id("T"), "T"), Frame.of(new Id("F"), "Second phase"),
                        MigrationDomain.of(new Id("M"), "Lab"), Comment.of(new Id("K"), "K"))
                .set("T", "text", "Drawn on the back of an envelope\nand never finished")
                .set("C", "subnet", "10.9.0.0/16")
                .set("M", "hosts", List.of(new Id("Empty"), new Id("Loose"))).set("K", "anchor", "Busy")
                .set("K", "text", "Is this real?").cable("Hub/4", "R").cable("L", "Empty switch/3").design();
    }
}
