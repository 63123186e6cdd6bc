package io.plumbline.file;

import io.plumbline.model.Design;
import java.util.List;

/// What could be made of a file.
///
/// @param problems      what was left out or set to "not known" because it could not be read; empty when all is well
/// @param formatVersion the format the file was written in; saving writes [DesignFile#FORMAT_VERSION]
public record Opened(Design design, List<Problem> problems, int formatVersion) {}
