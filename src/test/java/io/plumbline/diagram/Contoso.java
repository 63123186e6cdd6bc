package io.plumbline.diagram;

import io.plumbline.Sketch;
import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.LoadBalancerVip;
import io.plumbline.model.NicModel;
import io.plumbline.model.Note;
import io.plumbline.model.Place;
import io.plumbline.model.Purpose;
import io.plumbline.model.Router;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.SwitchPort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The design of the first picture of the visual design: two hosts with unicast NLB on LACP teams that end on switches
/// of two kinds, networks for CSV and live migration, a router, a pair of load balancers and a note.
public final class Contoso {
    private Contoso() {}

    /// Every element where the picture has it.
    public static Design design() {
        return withPlaces(unplaced());
    }

    static Design withPlaces(Design design) {
        return design.withLayout(design.layout().withPlaces(Map.of(
                new Id("HV01"), Place.at(28, 76), new Id("HV02"), Place.at(556, 76),
                new Id("SW-A"), Place.at(28, 440), new Id("SW-B"), Place.at(556, 440),
                new Id("CORE-R1"), Place.at(464, 566), new Id("LB-1"), Place.at(28, 562),
                new Id("WEB-NLB"), Place.at(420, 30), new Id("note"), Place.at(676, 556))));
    }

    /// Nothing placed.
    public static Design unplaced() {
        Sketch sketch = Sketch.empty("Contoso, Hyper-V refresh").cluster("HVC-PROD").vlan(10)
                .network("CSV1+LM2", "10.10.20.0/24").network("LM1+CSV2", "10.10.21.0/24")
                .set("CSV1+LM2", "metric", 900).set("LM1+CSV2", "metric", 1000)
                .set("CSV1+LM2", "purposes", Set.of(Purpose.CSV, Purpose.LIVE_MIGRATION))
                .set("LM1+CSV2", "purposes", Set.of(Purpose.CSV, Purpose.LIVE_MIGRATION))
                .set("HVC-PROD", "lmNetworks", List.of(new Id("CSV1+LM2")))
                .with(NicModel.of(new Id("x520"), "Intel X520"), NicModel.of(new Id("connectx"), "Mellanox"),
                        SwitchModel.of(new Id("s4810"), "Force10 S4810"),
                        SwitchModel.of(new Id("pc8132"), "PowerConnect 8132"));
        sketch = host(sketch, "HV01", "11", "WEB1", "SQL1").set("HV01", "lm.anyNetwork", false);
        sketch = host(sketch, "HV02", "12", "WEB2", "APP1").set("HV02", "lm.anyNetwork", true);
        sketch = sketch.nlb("WEB-NLB", "unicast", "172.31.3.232", "WEB1/NLB", "WEB2/NLB");
        sketch = ports(sketch.device("SW-A").set("SW-A", "model", "s4810").set("SW-A", "systemMtu", 12000), "SW-A",
                "Te 0/", 0, 48);
        sketch = ports(sketch.device("SW-B").set("SW-B", "model", "pc8132").set("SW-B", "systemMtu", 9216), "SW-B",
                "Te 1/0/", 1, 24);
        sketch = sketch.cable("HV01/NIC1", "SW-A/0").cable("HV01/NIC2", "SW-B/1").cable("HV01/NIC3", "SW-A/1")
                .cable("HV01/NIC4", "SW-B/2").cable("HV02/NIC1", "SW-A/2").cable("HV02/NIC2", "SW-A/3")
                .cable("HV02/NIC3", "SW-A/4").cable("HV02/NIC4", "SW-B/3")
                .lag("SW-A/Po1", "SW-A/0").lag("Po2", "SW-A/2", "SW-A/3").lag("SW-B/Po1", "SW-B/1")
                .set("SW-A/Po1", "name", "Po1").set("SW-B/Po1", "name", "Po1").set("Po2", "protocol", "lacp")
                .with(Router.of(new Id("CORE-R1"), "CORE-R1")).gateway("CORE-R1", 10, "172.31.3.1/24")
                .with(Cable.of(new Id("up-a"), "", new Id("SW-A/46"), new Id("CORE-R1")),
                        Cable.of(new Id("up-b"), "", new Id("SW-B/24"), new Id("CORE-R1")),
                        Cable.of(new Id("trunk"), "", new Id("SW-A/48"), new Id("SW-B/23")))
                .set("trunk", "bandwidthMbps", 40000)
                .with(HardwareLoadBalancer.of(new Id("LB-1"), "LB-1"), HardwareLoadBalancer.of(new Id("LB-2"), "LB-2"))
                .set("LB-1", "haPeer", "LB-2")
                .set("LB-1", "vips", List.of(LoadBalancerVip.of(IpAddress.parse("172.31.3.233"))))
                .with(Note.of(new Id("note"), "From the customer"))
                .set("note", "text", "No stackable switch pair\nbefore the 2015 budget");
        return sketch.design();
    }

    private static Sketch host(Sketch sketch, String host, String octet, String nlbGuest, String guest) {
        Sketch built = sketch.node(host, "2012R2").nic(host, "NIC1").nic(host, "NIC2").nic(host, "NIC3")
                .nic(host, "NIC4").set(host, "lm.option", "smb")
                .set(host + "/NIC1", "model", "x520").set(host + "/NIC2", "model", "x520")
                .set(host + "/NIC3", "model", "connectx").set(host + "/NIC4", "model", "connectx")
                .rdma(host + "/NIC3").rdma(host + "/NIC4")
                .set(host + "/NIC3", "jumboPacket", 9614).set(host + "/NIC4", "jumboPacket", 9614)
                .address(host + "/NIC3", "10.10.20." + octet).address(host + "/NIC4", "10.10.21." + octet)
                .lbfo(host, "VM-Team", "lacp", "NIC1", "NIC2").set(host + "/VM-Team", "lbAlgorithm", "dynamic")
                .vSwitch(host, "vSwitch-VM", host + "/VM-Team/VM-Team");
        return built.vm(nlbGuest, host).vNic(nlbGuest, "NLB", "vSwitch-VM").accessVlan(nlbGuest + "/NLB", 10)
                .address(nlbGuest + "/NLB", "172.31.3." + octet)
                .vm(guest, host).vNic(guest, "LAN", "vSwitch-VM").accessVlan(guest + "/LAN", 11)
                .vNic(host, "Mgmt", "vSwitch-VM").accessVlan(host + "/Mgmt", 1);
    }

    private static Sketch ports(Sketch sketch, String device, String prefix, int first, int last) {
        Sketch built = sketch;
        for (int i = first; i <= last; i++) {
            built = built.with(SwitchPort.of(new Id(device + "/" + i), prefix + i, new Id(device)));
        }
        return built;
    }

    /// What the picture says about them.
    public static Map<Id, Mark> marks() {
        var marks = new LinkedHashMap<Id, Mark>();
        marks.put(new Id("HV01/VM-Team"), Mark.of(Sign.ERROR, 1));
        marks.put(new Id("HV02/VM-Team"), Mark.of(Sign.ERROR, 2));
        marks.put(new Id("WEB-NLB"), Mark.of(Sign.ERROR, 2));
        marks.put(new Id("SW-B/2"), Mark.of(Sign.ERROR, 1));
        marks.put(new Id("SW-A/Po1"), Mark.echo(Sign.ERROR));
        marks.put(new Id("SW-B/Po1"), Mark.echo(Sign.ERROR));
        marks.put(new Id("HV01/NIC4"), Mark.echo(Sign.ERROR));
        marks.put(new Id("HV02/NIC4"), Mark.echo(Sign.ERROR));
        marks.put(new Id("SW-B/3"), Mark.echo(Sign.ERROR));
        marks.put(new Id("HV02"), Mark.of(Sign.WARNING, 1));
        marks.put(new Id("WEB2/NLB"), Mark.of(Sign.ADVICE, 1));
        return marks;
    }
}
