package io.plumbline.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plumbline.model.Host;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Shape;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Type;
import io.plumbline.model.VirtualNic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {
    @ParameterizedTest(name = "{1} typed into {0} is {2}")
    @CsvSource(delimiter = '|', value = {"linkSpeedMbps | 10000 | 10000", "linkSpeedMbps | 10G | 10000",
            "linkSpeedMbps | 2.5 Gbit/s | 2500", "linkSpeedMbps | 100 Mbit/s | 100", "jumboPacket | 9014 | 9014",
            "vlanId | 20 | 20", "purposes | csv, liveMigration | Live migration, CSV", "linkUp | yes | Yes"})
    void whatPeopleTypeIsRead(String attribute, String typed, String shown) {
        Type type = Shape.of(PhysicalNic.class).find(attribute).orElseThrow().type();
        assertEquals(shown, Notation.show(type.coerce(Notation.read(type, typed))));
    }

    @ParameterizedTest(name = "{1} typed into {0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "jumboPacket | a lot | “a lot” is not a whole number.",
            "jumboPacket | 99999999999 | 99999999999 is too large.",
            "linkSpeedMbps | fast | “fast” is not a whole number.", "linkUp | maybe | Write yes or no."})
    void whatCannotBeReadSaysSo(String attribute, String typed, String why) {
        Type type = Shape.of(PhysicalNic.class).find(attribute).orElseThrow().type();
        assertEquals(why, assertThrows(IllegalArgumentException.class, () -> Notation.read(type, typed)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"10-12, '10-12'", "'20,10', '10,20'"})
    void vlanListsAreReadAsDevicesWriteThem(String typed, String shown) {
        Type type = Shape.of(SwitchPort.class).find("allowedVlans").orElseThrow().type();
        assertEquals(shown, Notation.show(Notation.read(type, typed)));
    }

    @ParameterizedTest
    @CsvSource({"02bf.ac1f.01e8, 02-BF-AC-1F-01-E8", "02:BF:AC:1F:01:E8, 02-BF-AC-1F-01-E8"})
    void macsAreReadInEveryNotation(String typed, String shown) {
        Type type = Shape.of(VirtualNic.class).find("mac").orElseThrow().type();
        assertEquals(shown, Notation.show(Notation.read(type, typed)));
    }

    @ParameterizedTest
    @CsvSource({"osVersion, 2022, 2022", "macPoolSource, hyperV, Hyper-V", "hyperThreading, true, Yes",
            "memoryGB, of the model, of the model"})
    void defaultsAreShownInTheWordsOfTheForm(String attribute, String written, String shown) {
        Type type = Shape.of(Host.class).find(attribute).orElseThrow().type();
        String standard = Notation.standard(type, written);
        assertEquals(attribute.equals("osVersion") ? "Windows Server 2022" : shown, standard);
    }
}
