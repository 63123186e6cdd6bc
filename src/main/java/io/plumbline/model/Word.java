package io.plumbline.model;

/// A value out of a fixed list: `word` stands in files, `display` is what people read.
public interface Word {
    String word();

    String display();
}
