package io.plumbline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.RandomDesign;
import io.plumbline.model.About;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Part;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Place;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RoundTripTest {

    static Design read(String text) throws UnreadableDesign {
        return DesignFile.read("test.plumb", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static int changedLines(String before, String after) {
        List<String> a = new ArrayList<>(Arrays.asList(before.split("\n")));
        List<String> b = new ArrayList<>(Arrays.asList(after.split("\n")));
        while (!a.isEmpty() && !b.isEmpty() && a.getFirst().equals(b.getFirst())) {
            a.removeFirst();
            b.removeFirst();
        }
        while (!a.isEmpty() && !b.isEmpty() && a.getLast().equals(b.getLast())) {
            a.removeLast();
            b.removeLast();
        }
        return Math.max(a.size(), b.size());
    }

    @RepeatedTest(100)
    void readingWhatWasWrittenGivesAnEqualDesign(RepetitionInfo seed) throws UnreadableDesign {
        Design design = RandomDesign.of(seed.getCurrentRepetition());
        assertEquals(design, read(DesignFile.write(design)));
    }

    @RepeatedTest(100)
    void writingWhatWasReadGivesTheSameText(RepetitionInfo seed) throws UnreadableDesign {
        String text = DesignFile.write(RandomDesign.of(seed.getCurrentRepetition()));
        assertEquals(text, DesignFile.write(read(text)));
    }

    @Test
    void theRandomDesignsHoldEveryAttributeOfEveryKindInEveryState() {
        List<String> missing = new ArrayList<>();
        int attributes = 0;
        List<Design> designs = new ArrayList<>();
        for (int seed = 1; seed <= 100; seed++) {
            designs.add(RandomDesign.of(seed));
        }
        for (Kind kind : Kind.values()) {
            for (Property property : Shape.of(kind.type()).properties()) {
                List<Object> held = designs.stream().flatMap(design -> design.all(kind).stream())
                        .map(element -> Shape.of(kind.type()).get((Part) element, property)).toList();
                boolean all = !property.attribute() || held.stream().anyMatch(each -> each instanceof Attribute.Known)
                        && held.stream().anyMatch(each -> each instanceof Attribute.Unknown)
                        && held.stream().anyMatch(each -> each instanceof Attribute.Unset);
                attributes++;
                if (!all) {
                    missing.add(kind.word() + "." + property.name());
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(attributes > 250, attributes + " attributes");
    }

    /// Any value, unknown, or unset again: one attribute of one element is one line, and no other line knows of it.
    @RepeatedTest(4)
    void oneChangedAttributeIsOneChangedLine(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Design design = RandomDesign.of(random, 2);
        Design other = RandomDesign.of(random, 2);
        String before = DesignFile.write(design);
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Element element : design.all().toList()) {
            for (Property property : Shape.of(element.getClass()).properties()) {
                if (!property.attribute()) {
                    continue;
                }
                for (Element another : other.all(element.kind())) {
                    Object held = Shape.of(element.getClass()).get((Part) another, property);
                    try {
                        Element changed = Element.with(element, property.name(), held);
                        int lines = changedLines(before, DesignFile.write(design.with(changed)));
                        if (lines != (changed.equals(element) ? 0 : 1)) {
                            wrong.add(element.kind().word() + "." + property.name() + ": " + lines + " lines");
                        }
                        tried++;
                    } catch (IllegalArgumentException _) {
                        // It refers to an element of the other design.
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(tried > 300, tried + " tried");
    }

    @Test
    void aRenamedElementAndAMovedOneAreOneChangedLine() {
        Design design = Design.empty("Two").with(Host.of(new Id("h-1"), "HV1"), Host.of(new Id("h-2"), "HV2"));
        design = design.withLayout(design.layout().withPlaces(
                Map.of(new Id("h-1"), Place.at(0, 0), new Id("h-2"), Place.at(400, 0))));
        String before = DesignFile.write(design);
        String renamed = DesignFile.write(design.with(Host.of(new Id("h-1"), "HV9")));
        String moved = DesignFile.write(
                design.withLayout(design.layout().withPlaces(Map.of(new Id("h-1"), Place.at(8, 0)))));
        assertEquals(1, changedLines(before, renamed));
        assertEquals(1, changedLines(before, moved));
    }

    @Test
    void theLayoutSaysNothingAboutTheNetworkAndTheNetworkNothingAboutTheLayout() {
        Design design = RandomDesign.of(7);
        String before = DesignFile.write(design);
        Place place = Place.at(123, 456);
        Id host = design.all(Kind.HOST).iterator().next().id();
        String after = DesignFile.write(design.withLayout(design.layout().withPlaces(Map.of(host, place))));
        int elements = before.indexOf("  \"layout\": {");
        assertEquals(before.substring(0, elements), after.substring(0, elements));
    }

    @Test
    void aDesignReadsLikeThis() {
        Design design = Design.empty("Two hosts").with(Host.of(new Id("h-1"), "HV1"));
        PhysicalNic nic = PhysicalNic.of(new Id("n-1"), "NIC1", new Id("h-1"));
        nic = Element.with(nic, "jumboPacket", 9014);
        nic = Element.with(nic, "linkSpeedMbps", Attribute.unknown());
        nic = Element.with(nic, "rdma.enabled", true);
        design = design.with(nic);
        design = design.withLayout(design.layout().withPlaces(Map.of(new Id("h-1"), new Place(80, 320.5, true))));
        assertEquals("""
                {
                  "formatVersion": 1,
                  "title": "Two hosts",
                  "elements": {
                    "host": [
                      { "id": "h-1"
                      , "name": "HV1"
                      }
                    ],
                    "physicalNic": [
                      { "id": "n-1"
                      , "name": "NIC1"
                      , "host": "h-1"
                      , "linkSpeedMbps": null
                      , "jumboPacket": 9014
                      , "rdma": {"enabled": true}
                      }
                    ]
                  },
                  "layout": {
                    "views": [
                      {
                        "id": "v-1",
                        "name": "Physical",
                        "lens": "physical",
                        "nodes": {
                          "h-1": {"x": 80, "y": 320.5, "pinned": true}
                        }
                      }
                    ]
                  }
                }
                """, DesignFile.write(design));
    }

    @Test
    void anEmptyDesignIsWritten() throws UnreadableDesign {
        Design design = Design.empty("");
        assertEquals(design, read(DesignFile.write(design)));
    }

    @Test
    void absentNullAndAValueAreThreeDifferentThings() throws UnreadableDesign {
        String text = """
                {"formatVersion": 1, "elements": {"host": [
                  {"id": "h-1"}, {"id": "h-2", "osVersion": null}, {"id": "h-3", "osVersion": "2022"}]}}
                """;
        Design design = read(text);
        assertTrue(design.element(new Id("h-1"), Host.class).osVersion().isUnset());
        assertTrue(design.element(new Id("h-2"), Host.class).osVersion().isUnknown());
        assertTrue(design.element(new Id("h-3"), Host.class).osVersion().isKnown());
    }

    @Test
    void aWholeGroupMayBeUnknown() throws UnreadableDesign {
        Design design = read("""
                {"formatVersion": 1, "elements": {"host": [{"id": "h-1", "lm": null}]}}
                """);
        Host host = design.element(new Id("h-1"), Host.class);
        assertTrue(host.lm().enabled().isUnknown() && host.lm().networks().isUnknown());
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreReadAndNeverWritten() throws UnreadableDesign {
        Design design = RandomDesign.of(3);
        String text = DesignFile.write(design);
        assertEquals(design, read("\uFEFF" + text.replace("\n", "\r\n")));
        assertTrue(text.indexOf('\r') < 0 && text.charAt(0) == '{' && text.endsWith("}\n"));
    }

    @Test
    void theOrderOfFieldsAndElementsDoesNotMatter() throws UnreadableDesign {
        Design design = read("""
                {"layout": {"views": [{"nodes": {"n-1": {"y": 2, "x": 1e2}}, "id": "v-1", "name": "Physical"}]},
                 "elements": {"physicalNic": [{"host": "h-1", "id": "n-1"}], "host": [{"id": "h-1"}]},
                 "title": "Upside down", "formatVersion": 1}
                """);
        assertEquals("Upside down", design.title());
        assertEquals(Map.of(new Id("n-1"), Place.at(100, 2)), design.layout().view().placeById());
    }

    @Test
    void aNameMayHoldAnyCharacter() throws UnreadableDesign {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c < 0x10000; c++) {
            all.append(Character.isSurrogate((char) c) ? "" : (char) c);
        }
        all.appendCodePoint(0x1F9ED);
        Host host = Host.of(new Id("h-1"), all.toString());
        Design design = Design.empty(all.toString()).with(host);
        assertEquals(design, read(DesignFile.write(design)));
    }

    @Test
    void fieldsOfALaterVersionSurviveAtEveryLevel() throws UnreadableDesign {
        String text = """
                {
                  "formatVersion": 1,
                  "title": "From the future",
                  "signedNote": {"text": "ok", "seal": "x"},
                  "branding": {"logo": [1, 2.50, 1E400], "a/b~c": null},
                  "elements": {
                    "host": [
                      { "id": "h-1"
                      , "name": "HV1"
                      , "dcb": {"trafficClasses": [{"name": "SMB", "colour": "red"}, {"name": "SMB", "colour": "blue"}]}
                      , "rdma": {"enabled": true}
                      , "zone/1": "A"
                      }
                    ],
                    "physicalNic": [
                      { "id": "n-1"
                      , "name": "NIC1"
                      , "host": "h-1"
                      , "rdma": {"pfc": {"deep": []}}
                      , "ip": {"addresses": [{"address": "10.0.0.1", "since": 2030}, {"address": "10.0.0.2"}]}
                      }
                    ],
                    "team": [
                      { "id": "t-1"
                      , "name": "Team1"
                      , "owner": "h-1"
                      , "members": [{"nic": "n-1", "weight": 7}]
                      }
                    ],
                    "witness": [
                      { "id": "w-1"
                      , "share": "\\\\\\\\fs\\\\q"
                      }
                    ]
                  },
                  "layout": {
                    "views": [
                      {
                        "id": "v-1",
                        "name": "Physical",
                        "lens": "physical",
                        "nodes": {
                          "h-1": {"x": 0, "y": 0, "colour": "red"},
                          "w-1": {"x": 8, "y": 8}
                        },
                        "grid": 8
                      }
                    ],
                    "paper": "A3"
                  }
                }
                """;
        assertEquals(text, DesignFile.write(read(text)));
    }

    /// A field nobody knows in every object of a file: all come back, each in its object, whatever else is in there.
    @RepeatedTest(20)
    void unknownFieldsSurviveInEveryObject(RepetitionInfo seed) throws UnreadableDesign {
        JsonNode file = new JsonMapper().readTree(DesignFile.write(RandomDesign.of(seed.getCurrentRepetition())));
        int sprinkled = sprinkle(file, "", 0);
        String once = DesignFile.write(read(file.toString()));
        assertEquals(sprinkled, once.split("\"zz").length - 1);
        assertEquals(sorted(file), sorted(new JsonMapper().readTree(once)));
        assertEquals(once, DesignFile.write(read(once)));
        assertTrue(sprinkled > 100, sprinkled + " fields");
    }

    private static final Set<String> MAPS = Set.of("elements", "nodes", "edges", "querier", "perVlan", "perPort",
            "arpInspection", "dhcpSnooping", "classMtu", "purposeRank");

    private static int sprinkle(JsonNode node, String name, int sofar) {
        int count = sofar;
        if (node instanceof ObjectNode object && !MAPS.contains(name)) {
            object.put("zz" + count, count);
            count++;
        }
        for (var field : node.properties()) {
            count = sprinkle(field.getValue(), field.getKey(), count);
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                count = sprinkle(item, "", count);
            }
        }
        return count;
    }

    /// The same file with the fields of every object in one order.
    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return fields;
        }
        if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            node.forEach(item -> items.add(sorted(item)));
            return items;
        }
        return node.isNumber() ? node.decimalValue().stripTrailingZeros() : node.toString();
    }

    @Test
    void anUnknownFieldGoesWithTheItemOfTheListThatItBelongsTo() throws UnreadableDesign {
        Design design = read("""
                {"formatVersion": 1, "elements": {"host": [{"id": "h-1"}],
                  "physicalNic": [{"id": "n-1", "host": "h-1"}, {"id": "n-2", "host": "h-1"}],
                  "team": [{"id": "t-1", "owner": "h-1", "members": [{"nic": "n-1", "weight": 1},
                    {"nic": "n-2", "weight": 2}]}]}}
                """);
        String left = DesignFile.write(design.without(List.of(new Id("n-1"))));
        assertTrue(left.contains("\"members\": [{\"nic\": \"n-2\", \"weight\": 2}]"), left);
    }

    @Test
    void whatAnElementCarriesAlongIsPartOfIt() throws UnreadableDesign {
        Design design = read("{\"formatVersion\": 1, \"elements\": {\"host\": [{\"id\": \"h-1\", \"zone\": [1,2]}]}}");
        About about = design.element(new Id("h-1")).about();
        assertEquals(Map.of("zone", "[1, 2]"), about.unknownFields());
    }
}
