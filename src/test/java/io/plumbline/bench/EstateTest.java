package io.plumbline.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.file.DesignFile;
import io.plumbline.model.Cable;
import io.plumbline.model.Host;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.Vm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstateTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 20, 50, 500})
    void hasFourNicsTwoTeamsAndSixVmsPerHost(int hosts) {
        var design = Estate.of(hosts);
        assertEquals(List.of((long) hosts, 4L * hosts, 2L * hosts, 6L * hosts),
                Stream.of(Host.class, PhysicalNic.class, Team.class, Vm.class).map(kind -> design.all(kind).count())
                        .toList());
        assertEquals(2 * ((hosts + 19) / 20), design.all(Switch.class).count());
        assertEquals(4 * hosts, design.all(Cable.class)
                .filter(cable -> design.find(cable.endA(), PhysicalNic.class).isPresent()).count());
    }

    @Test
    void givesNoAddressTwice() {
        var design = Estate.of(500);
        var addresses = Stream.concat(design.all(VirtualNic.class).map(VirtualNic::ip),
                design.all(TeamInterface.class).map(TeamInterface::ip)).flatMap(ip -> ip.addresses().find().stream())
                .flatMap(List::stream).map(IpAssignment::address).toList();
        assertEquals(500 * 9, addresses.size());
        assertEquals(addresses.size(), addresses.stream().distinct().count());
    }

    @Test
    void isWhatJacksonReadsForTheFloor(@TempDir Path folder) throws IOException {
        var design = Estate.of(41);
        var file = Files.writeString(folder.resolve("estate.plumb"), DesignFile.write(design));
        var plain = PlainFile.read(file);
        assertEquals(List.of(41, 4 * 41, 6 * 41), List.of(plain.elements().host().size(),
                plain.elements().physicalNic().size(), plain.elements().vm().size()));
    }

    @Test
    void isTheSameEveryTime() {
        assertEquals(Estate.of(41), Estate.of(41));
    }
}
