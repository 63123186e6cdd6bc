package io.plumbline.file;

import io.plumbline.model.Attribute;
import io.plumbline.model.RuleLevel;
import io.plumbline.model.RuleProfile;
import io.plumbline.model.RuleSetting;
import io.plumbline.model.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Rule profiles as files of their own: small JSON, to be handed from design to design. And those that come with the
/// program.
public final class RuleProfileFile {
    private static final int VERSION = 1;
    private static final String FORMAT = "plumblineRuleProfile";
    private static final int MOST_BYTES = 1 << 20;
    private static final String BUILT_IN = "/io/plumbline/check/rule-profiles.json";
    private static final String EXAMPLE = "Export a profile to see one.";
    private static final JsonMapper MAPPER = new JsonMapper(Json.FACTORY);

    private RuleProfileFile() {}

    /// The profiles that come with the program, in the order in which they are offered.
    public static List<RuleProfile> builtIn() {
        try (InputStream in = RuleProfileFile.class.getResourceAsStream(BUILT_IN)) {
            var profiles = new ArrayList<RuleProfile>();
            for (JsonNode each : MAPPER.readTree(in.readAllBytes())) {
                profiles.add(profile(BUILT_IN, each));
            }
            return List.copyOf(profiles);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableProfile e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    public static RuleProfile read(Path file) throws UnreadableProfile {
        String name = file.toString();
        try (InputStream in = Files.newInputStream(file)) {
            return read(name, in.readNBytes(MOST_BYTES + 1));
        } catch (NoSuchFileException _) {
            throw fault(name, "", "The file does not exist.", "Check the name and the folder.");
        } catch (IOException e) {
            throw fault(name, "", Files.isDirectory(file) ? "It is a folder."
                    : "It cannot be read: " + e.getMessage() + ".", "Name a file.");
        }
    }

    /// @param name stands for the file in messages
    public static RuleProfile read(String name, byte[] bytes) throws UnreadableProfile {
        if (bytes.length > MOST_BYTES) {
            throw fault(name, "", "It has more than 1 MB, which no rule profile has.", "Choose another file.");
        }
        try {
            return profile(name, MAPPER.readTree(bytes));
        } catch (JacksonException e) {
            var at = e.getLocation();
            int line = at == null ? 0 : Math.max(0, at.getLineNr());
            throw new UnreadableProfile(new Problem(name, line, line == 0 ? 0 : Math.max(1, at.getColumnNr()), "",
                    "It is no JSON from here on.", "Choose a file that was exported as a rule profile."));
        }
    }

    public static byte[] write(RuleProfile profile) {
        ObjectNode object = MAPPER.createObjectNode();
        object.put(FORMAT, VERSION).put("name", profile.name());
        if (!profile.description().isBlank()) {
            object.put("description", profile.description());
        }
        ArrayNode rules = object.putArray("rules");
        for (RuleSetting setting : profile.settings()) {
            ObjectNode rule = rules.addObject().put("rule", setting.rule());
            setting.variant().find().filter(variant -> !variant.isEmpty())
                    .ifPresent(variant -> rule.put("variant", variant));
            rule.put("level", setting.level().word()).put("reason", setting.reason());
        }
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return (MAPPER.writer().with(printer).writeValueAsString(object) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    public static void save(Path file, RuleProfile profile) throws IOException {
        WholeFile.write(file, write(profile));
    }

    private static RuleProfile profile(String file, JsonNode object) throws UnreadableProfile {
        if (!object.isObject() || !object.path(FORMAT).isIntegralNumber()) {
            throw fault(file, "$", "It is no rule profile: \"" + FORMAT + "\" is missing.",
                    "Choose a file that was exported as a rule profile.");
        }
        if (object.path(FORMAT).bigIntegerValue().bitLength() > 31 || object.path(FORMAT).asInt() > VERSION) {
            throw fault(file, "$." + FORMAT, "It was written by a newer version of Plumbline.",
                    "Update Plumbline, or export it again for format " + VERSION + ".");
        }
        String name = text(file, object, "name", "$").strip();
        if (name.isEmpty()) {
            throw fault(file, "$.name", "The profile has no name.", "Give it one.");
        }
        JsonNode rules = object.path("rules");
        if (!rules.isArray()) {
            throw fault(file, "$.rules", "A list of rules is missing.", EXAMPLE);
        }
        var settings = new ArrayList<RuleSetting>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            String path = "$.rules[" + i + "]";
            RuleSetting setting = setting(file, rules.get(i), path);
            if (!seen.add(setting.rule() + " " + setting.variant().orElse(""))) {
                throw fault(file, path, setting.rule() + " is named twice.", "Leave one of the two out.");
            }
            settings.add(setting);
        }
        return new RuleProfile(name, object.path("description").asString("").strip(), settings);
    }

    private static RuleSetting setting(String file, JsonNode object, String path) throws UnreadableProfile {
        if (!object.isObject()) {
            throw fault(file, path, "A rule is an object with \"rule\", \"level\" and \"reason\".", EXAMPLE);
        }
        String rule = text(file, object, "rule", path).strip();
        String word = text(file, object, "level", path);
        RuleLevel level = Stream.of(RuleLevel.values()).filter(each -> each.word().equals(word)).findFirst()
                .orElse(null);
        if (level == null) {
            throw fault(file, path + ".level", "\"" + Json.shortened(word) + "\" is no level.", "Choose one of "
                    + Stream.of(RuleLevel.values()).map(RuleLevel::word).collect(Collectors.joining(", ")) + ".");
        }
        String reason = object.has("reason") ? text(file, object, "reason", path).strip() : "";
        if (level == RuleLevel.OFF && reason.isEmpty()) {
            throw fault(file, path + ".reason", rule + " is switched off without a reason.", "Say why.");
        }
        String variant = object.has("variant") ? text(file, object, "variant", path) : "";
        return Shape.of(RuleSetting.class).of(Map.of("rule", rule, "variant",
                variant.isEmpty() ? Attribute.unset() : Attribute.of(variant), "level", level, "reason", reason));
    }

    private static String text(String file, JsonNode object, String name, String path) throws UnreadableProfile {
        JsonNode text = object.path(name);
        if (!text.isString()) {
            throw fault(file, path + "." + name, text.isMissingNode() ? "It is missing." : "It is no text.", EXAMPLE);
        }
        return text.stringValue();
    }

    private static UnreadableProfile fault(String file, String path, String what, String remedy) {
        return new UnreadableProfile(new Problem(file, 0, 0, path, what, remedy));
    }
}
