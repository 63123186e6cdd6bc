package io.plumbline.planted.unlisted;

import io.plumbline.planted.edit.Clocked;

/// Lives in a package that is in no table, and closes a cycle.
public record Stray(Clocked clocked, StrayManager manager) {}
