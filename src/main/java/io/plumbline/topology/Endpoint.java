package io.plumbline.topology;

import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.IpConfig;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;

/// Whatever holds an IP address in the operating system of a host: a physical NIC bound to neither team nor virtual
/// switch, a team interface not bound to a virtual switch, or a management-OS virtual NIC.
///
/// @param element the physical NIC, team interface or virtual NIC
/// @param host    the host it belongs to
public record Endpoint(Element element, Id host) {

    public Id id() {
        return element.id();
    }

    public String name() {
        return element.name();
    }

    public IpConfig ip() {
        return ipOf(element);
    }

    static IpConfig ipOf(Element element) {
        return switch (element) {
            case PhysicalNic nic -> nic.ip();
            case TeamInterface each -> each.ip();
            case VirtualNic nic -> nic.ip();
            case Element other -> throw new IllegalArgumentException(other.id() + " holds no address.");
        };
    }
}
