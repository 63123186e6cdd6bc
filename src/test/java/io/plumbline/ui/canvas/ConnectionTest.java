package io.plumbline.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Router;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private static final Id NIC1 = new Id("nic1");
    private static final Id NIC2 = new Id("nic2");
    private static final Id P1 = new Id("p1");
    private static final Id P2 = new Id("p2");
    private static final Id P10 = new Id("p10");
    private static final Id ROUTER = new Id("router");
    private static final Id SW = new Id("sw");

    private static final Design DESIGN = Design.empty("Cables").with(Host.of(new Id("hv1"), "HV1"),
            PhysicalNic.of(NIC1, "NIC1", new Id("hv1")), PhysicalNic.of(NIC2, "NIC2", new Id("hv1")),
            Switch.of(SW, "SW1"), SwitchPort.of(P1, "1", SW), SwitchPort.of(P2, "2", SW), SwitchPort.of(P10, "10", SW),
            Router.of(ROUTER, "R1"));

    private static final Design CABLED = DESIGN.with(Cable.of(new Id("c1"), "", NIC1, P1));

    @Test
    void aFreePortTakesANic() {
        Connection.Allowed allowed = assertInstanceOf(Connection.Allowed.class, Connection.of(DESIGN, NIC1, P1));
        assertEquals(List.of("port 1 of SW1, free"), allowed.facts());
        Design cabled = allowed.edit(DESIGN).applyTo(DESIGN);
        assertEquals(List.of(List.of(NIC1, P1)),
                cabled.all(Cable.class).map(cable -> List.of(cable.endA(), cable.endB())).toList());
    }

    @Test
    void differentSpeedsAreAllowedAndSaid() {
        Design fast = DESIGN.with(Element.with(DESIGN.element(NIC1, PhysicalNic.class), "linkSpeedMbps", 10000),
                Element.with(DESIGN.element(P1, SwitchPort.class), "speedMbps", 1000));
        Connection.Allowed allowed = assertInstanceOf(Connection.Allowed.class, Connection.of(fast, NIC1, P1));
        assertEquals(List.of("port 1 of SW1, free, 1 Gb/s", "10 Gb/s meets 1 Gb/s"), allowed.facts());
    }

    @Test
    void aPortInUseSaysByWhom() {
        assertEquals(new Connection.Refused(P1, "In use by HV1/NIC1"), Connection.of(CABLED, NIC2, P1));
    }

    @Test
    void aNicWithACableTakesNoOther() {
        assertEquals(new Connection.Refused(P2, "HV1/NIC1 already has a cable"), Connection.of(CABLED, NIC1, P2));
    }

    @Test
    void aCableDoesNotLeadBackToItsOwnDevice() {
        assertEquals(new Connection.Refused(NIC2, "Both are in HV1"), Connection.of(DESIGN, NIC1, NIC2));
        assertEquals(new Connection.Refused(P2, "Both are in SW1"), Connection.of(DESIGN, P1, P2));
        assertEquals(new Connection.Refused(P1, "The same end"), Connection.of(DESIGN, P1, P1));
    }

    @Test
    void aRouterTakesAnyNumberOfCables() {
        Design one = DESIGN.with(Cable.of(new Id("c1"), "", ROUTER, P1));
        assertInstanceOf(Connection.Allowed.class, Connection.of(one, ROUTER, P2));
    }

    @Test
    void aSwitchOffersItsNextFreePortAsPeopleCount() {
        assertEquals(Optional.of(P2), Connection.end(CABLED, SW));
        assertEquals(List.of(P2, P10), Connection.freePorts(CABLED, SW).stream().map(SwitchPort::id).toList());
    }

    @Test
    void severalNicsGoToTheNextPortsInTheirOrder() {
        assertEquals(List.of(List.of(NIC2, P1), List.of(NIC1, P2)),
                Connection.toNextPorts(DESIGN, List.of(NIC2, NIC1), SW).stream()
                        .map(cable -> List.of(cable.endA(), cable.endB())).toList());
    }
}
