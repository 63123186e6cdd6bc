package io.plumbline.file;

import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads a file as a design: first what it is at all, then its version, then the whole of it.
final class DesignReader {
    private final Formats formats;

    DesignReader(Formats formats) {
        this.formats = formats;
    }

    Opened open(Path file) throws UnreadableDesign {
        if (Files.isDirectory(file)) {
            throw unreadable(Problem.ofFile(file.toString(), "This is a folder.", "Choose a *.plumb file in it."));
        }
        try {
            return open(Source.of(file));
        } catch (IOException e) {
            throw unreadable(ofFailure(file.toString(), e));
        }
    }

    Opened open(Source source) throws UnreadableDesign {
        try {
            Beginning.check(source);
            int version = version(source);
            return version == formats.current() ? read(source, version) : migrated(source, version);
        } catch (IOException e) {
            throw unreadable(ofFailure(source.name(), e));
        }
    }

    /// The first field of every file that was written by this program, and of most that people wrote.
    private int version(Source source) throws IOException, UnreadableDesign {
        try (InputStream in = source.open(); JsonParser parser = Json.parser(in)) {
            Cursor cursor = new Cursor(parser);
            try {
                cursor.next();
                while (cursor.next() == JsonToken.PROPERTY_NAME) {
                    boolean here = cursor.name().equals("formatVersion");
                    cursor.next();
                    if (here) {
                        int version = version(cursor);
                        if (version > 0) {
                            return version;
                        }
                        throw unreadable(source, cursor);
                    }
                    cursor.skip();
                }
                cursor.slip(0, "$", "This is JSON but no Plumbline design: \"formatVersion\" is missing.",
                        "Choose a *.plumb file.");
            } catch (JacksonException e) {
                BrokenOff.tell(cursor, e);
            }
            throw unreadable(source, cursor);
        }
    }

    /// The version, or 0 after a slip.
    private int version(Cursor cursor) {
        if (!cursor.at(JsonToken.VALUE_NUMBER_INT) || cursor.text().startsWith("-") || cursor.text().equals("0")) {
            cursor.slip("Expected a format version, found " + cursor.found() + ".",
                    "Write %d, if the file is of today's format.".formatted(formats.current()));
            return 0;
        }
        int version = cursor.text().length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(cursor.text());
        if (version > formats.current()) {
            cursor.slip("The file has format version %s; this version of Plumbline reads up to %d."
                    .formatted(Json.shortened(cursor.text()), formats.current()),
                    "Open it with the Plumbline that wrote it, or a newer one.");
            return 0;
        }
        return version;
    }

    private Opened read(Source source, int version) throws IOException, UnreadableDesign {
        Reading first = read(source, new References(null, Set.of()));
        if (!first.needsAnother()) {
            try {
                return first.opened(source, version);
            } catch (IllegalArgumentException _) {
                // A reference leads nowhere: the second reading says which and where.
            }
        }
        Map<Id, Kind> kindById = first.kindById();
        return read(source, new References(kindById, first.foreign())).opened(source, version);
    }

    private Reading read(Source source, References references) throws IOException, UnreadableDesign {
        try (InputStream in = source.open(); JsonParser parser = Json.parser(in)) {
            Cursor cursor = new Cursor(parser);
            Reading reading = new Reading(cursor, references);
            try {
                reading.read();
            } catch (JacksonException e) {
                BrokenOff.tell(cursor, e);
                throw unreadable(source, cursor);
            }
            return reading;
        }
    }

    /// Reads an older file: as a tree, through the migrations. Its problems have a path, but no line any more.
    private Opened migrated(Source source, int version) throws IOException, UnreadableDesign {
        JsonMapper mapper = JsonMapper.builder(Json.FACTORY).build();
        ObjectNode file;
        try (InputStream in = source.open(); JsonParser parser = Json.parser(in)) {
            Cursor cursor = new Cursor(parser);
            try {
                file = (ObjectNode) mapper.readTree(parser);
            } catch (JacksonException e) {
                BrokenOff.tell(cursor, e);
                throw unreadable(source, cursor);
            }
        }
        int reached = version;
        for (Migration step : formats.since(version)) {
            step.apply(file);
            reached++;
            file.put("formatVersion", reached);
        }
        byte[] today = mapper.writeValueAsBytes(file);
        Opened opened = read(new Source(source.name(), () -> new ByteArrayInputStream(today)), version);
        List<Problem> problems = opened.problems().stream().map(
                each -> new Problem(each.file(), 0, 0, each.path(), each.what(), each.remedy())).toList();
        return new Opened(opened.design(), problems, version);
    }

    private static Problem ofFailure(String file, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> Problem.ofFile(file, "The file does not exist.",
                    "Check the name and the folder.");
            case AccessDeniedException _ -> Problem.ofFile(file, "The file may not be read.",
                    "Ask its owner for the permission, or choose another file.");
            case FileSystemException failure when failure.getReason() != null -> Problem.ofFile(file,
                    "The file cannot be read: " + failure.getReason() + ".", "Choose another file.");
            default -> Problem.ofFile(file, "The file cannot be read: " + e.getMessage() + ".",
                    "Choose another file.");
        };
    }

    private static UnreadableDesign unreadable(Problem problem) {
        return new UnreadableDesign(List.of(problem));
    }

    private static UnreadableDesign unreadable(Source source, Cursor cursor) {
        return new UnreadableDesign(LinesOf.problems(source, cursor.slips()));
    }
}
