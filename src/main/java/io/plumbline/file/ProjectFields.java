package io.plumbline.file;

import io.plumbline.model.Project;
import io.plumbline.model.Shape;

/// The attributes of the project stand at the top level of the file, its name as `title`.
final class ProjectFields {
    static final String TITLE = "title";

    private ProjectFields() {}

    static boolean isOne(String name) {
        return !name.equals("id") && !name.equals("name") && Shape.of(Project.class).find(name).isPresent();
    }
}
