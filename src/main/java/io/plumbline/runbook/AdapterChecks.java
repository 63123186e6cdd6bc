package io.plumbline.runbook;

import io.plumbline.model.Bytes;
import io.plumbline.model.Host;
import io.plumbline.model.Mbps;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.VirtualNic;
import io.plumbline.topology.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Jumbo Packet and link speed of every adapter of a host.
final class AdapterChecks {

    private final Material material;

    AdapterChecks(Material material) {
        this.material = material;
    }

    List<Block> checks() {
        return material.design().all(Host.class).filter(host -> !material.topology().nics(host.id()).isEmpty())
                .<Block>map(this::check).toList();
    }

    private Block.Check check(Host host) {
        List<PhysicalNic> nics = material.topology().nics(host.id());
        List<String> names = new ArrayList<>(nics.stream().map(PhysicalNic::name).toList());
        List<String> jumbo = new ArrayList<>(
                nics.stream().map(nic -> jumbo(nic.name(), material.effective().jumboPacket(nic))).toList());
        material.design().all(VirtualNic.class).filter(nic -> nic.owner().equals(host.id())).forEach(nic -> {
            names.add(PowerShell.adapter(nic));
            jumbo.add(jumbo(PowerShell.adapter(nic), material.effective().jumboPacket(nic)));
        });
        String speeds = nics.stream().map(nic -> nic.name() + " " + speed(nic)).collect(Collectors.joining(", "));
        return new Block.Check("JumboPacket and link speed of " + material.name(host.id()), material.name(host.id()),
                new Block.Listing("powershell",
                        "Get-NetAdapterAdvancedProperty -Name " + PowerShell.quoted(names)
                                + " -RegistryKeyword '*JumboPacket' | "
                                + PowerShell.table("Name", "RegistryValue", "DisplayValue") + "\n"
                                + "Get-NetAdapter -Name " + PowerShell.quoted(names) + " | "
                                + PowerShell.table("Name", "LinkSpeed", "Status")),
                "RegistryValue: " + String.join(", ", jumbo) + ". LinkSpeed: " + speeds + ". Every Status is Up.");
    }

    private static String jumbo(String name, Answer<Bytes> bytes) {
        return name + " " + bytes.find().map(Object::toString).orElse(Shown.UNKNOWN);
    }

    private String speed(PhysicalNic nic) {
        return material.effective().linkSpeed(nic).map(AdapterChecks::speed).orElse(Shown.UNKNOWN);
    }

    private static String speed(Mbps speed) {
        return speed.value() % 1000 == 0 ? speed.value() / 1000 + " Gbps" : speed.value() + " Mbps";
    }
}
