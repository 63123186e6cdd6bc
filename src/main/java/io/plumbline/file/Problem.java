package io.plumbline.file;

/// One thing that is wrong with a file: where, what, and what to do.
///
/// @param file   as the person named it
/// @param line   counted from 1; 0 when it concerns the file as a whole
/// @param column counted from 1, in characters
/// @param path   where in the JSON, such as `$.elements.host[0].osVersion`; empty when it concerns the file as a whole
/// @param what   one sentence
/// @param remedy one sentence
public record Problem(String file, int line, int column, String path, String what, String remedy) {

    /// About the file as a whole.
    static Problem ofFile(String file, String what, String remedy) {
        return new Problem(file, 0, 0, "", what, remedy);
    }

    /// In one line: `rack.plumb:12:22: $.elements.host[0].osVersion: "2013" is not one of ….`
    public String text() {
        return file + (line == 0 ? "" : ":" + line + ":" + column) + ": " + (path.isEmpty() ? "" : path + ": ") + what
                + " " + remedy;
    }
}
