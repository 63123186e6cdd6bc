package io.plumbline.settings;

import io.plumbline.file.UserFolders;
import io.plumbline.file.WholeFile;
import io.plumbline.model.Word;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The one JSON file with the user's settings. Whatever is wrong with it, the program starts.
public final class SettingsFile {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    public static SettingsFile ofThisUser() {
        return new SettingsFile(UserFolders.ofThisUser().settings().resolve("settings.json"));
    }

    /// What was read.
    ///
    /// @param warning a sentence to show once, when the file was broken
    public record Loaded(Settings settings, Optional<String> warning) {}

    /// The settings; the standard ones where there are none yet. A broken file is renamed, so that nothing in it is
    /// lost; single values that do not fit are passed over.
    public Loaded load() {
        try {
            return Files.exists(file) ? new Loaded(read(object()), Optional.empty())
                    : new Loaded(Settings.STANDARD, Optional.empty());
        } catch (JacksonException _) {
            return new Loaded(Settings.STANDARD, Optional.of(renamed()));
        } catch (IOException e) {
            return new Loaded(Settings.STANDARD, Optional.of("The settings cannot be read (" + e.getMessage()
                    + "); the standard ones hold."));
        }
    }

    /// Changes the settings on the disk. They are read anew first: another window may have changed them too.
    ///
    /// @return a sentence to show, when they could not be written
    public Optional<String> update(UnaryOperator<Settings> change) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Settings changed = change.apply(load().settings());
            ObjectNode object = Files.exists(file) ? object() : MAPPER.createObjectNode();
            write(changed, object);
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n"));
            String text = MAPPER.writer().with(printer).writeValueAsString(object) + "\n";
            WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("The settings cannot be saved in " + file + ": " + e.getMessage() + ".");
        }
    }

    private ObjectNode object() throws IOException {
        return MAPPER.readValue(Files.readAllBytes(file), ObjectNode.class);
    }

    private String renamed() {
        Path broken = file.resolveSibling(file.getFileName() + ".broken");
        String moved = " The old file is now called " + broken + ".";
        try {
            Files.move(file, broken, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException _) {
            moved = " The old file could not be renamed.";
        }
        return "The settings in " + file + " are damaged; the standard ones hold." + moved;
    }

    private static Settings read(JsonNode object) {
        Preferences standard = Preferences.STANDARD;
        int fontSize = object.path("fontSize").asInt(standard.fontSize());
        boolean fits = fontSize >= Preferences.SMALLEST_FONT && fontSize <= Preferences.LARGEST_FONT;
        Preferences preferences = new Preferences(word(object, "theme", standard.appearance()),
                fits ? fontSize : standard.fontSize(), word(object, "wheel", standard.wheel()),
                object.path("snap").asBoolean(standard.snap()),
                object.path("animations").asBoolean(standard.animations()),
                object.path("keepsRecent").asBoolean(standard.keepsRecent()));
        List<RecentFile> recent = new ArrayList<>();
        for (JsonNode each : object.path("recent")) {
            try {
                Path path = Path.of(each.path("path").asString(""));
                if (path.isAbsolute()) {
                    recent.add(new RecentFile(path, each.path("pinned").asBoolean(false)));
                }
            } catch (InvalidPathException _) {
                // Written on another system; nobody can open it here.
            }
        }
        List<SavedFilter> filters = new ArrayList<>();
        for (JsonNode each : object.path("findingFilters")) {
            String name = each.path("name").asString("").strip();
            if (!name.isEmpty()) {
                filters.add(new SavedFilter(name, each.path("show").asString(""), each.path("groupBy").asString(""),
                        each.path("text").asString("")));
            }
        }
        return new Settings(preferences, new RecentFiles(recent), filters);
    }

    private static <W extends Enum<W> & Word> W word(JsonNode object, String name, W standard) {
        String text = object.path(name).asString("");
        for (W each : standard.getDeclaringClass().getEnumConstants()) {
            if (each.word().equals(text)) {
                return each;
            }
        }
        return standard;
    }

    /// Into the object that was read, so that a newer version's settings stay.
    private static void write(Settings settings, ObjectNode object) {
        Preferences preferences = settings.preferences();
        object.put("theme", preferences.appearance().word());
        object.put("fontSize", preferences.fontSize());
        object.put("wheel", preferences.wheel().word());
        object.put("snap", preferences.snap());
        object.put("animations", preferences.animations());
        object.put("keepsRecent", preferences.keepsRecent());
        ArrayNode recent = object.putArray("recent");
        for (RecentFile file : settings.recent().files()) {
            recent.addObject().put("path", file.path().toString()).put("pinned", file.pinned());
        }
        ArrayNode filters = object.putArray("findingFilters");
        for (SavedFilter filter : settings.filters()) {
            filters.addObject().put("name", filter.name()).put("show", filter.choice())
                    .put("groupBy", filter.grouping()).put("text", filter.text());
        }
    }
}
