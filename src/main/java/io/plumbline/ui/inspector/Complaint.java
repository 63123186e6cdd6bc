package io.plumbline.ui.inspector;

/// Receives what is wrong with something typed, and that it is right again.
interface Complaint {
    void say(String sentence);

    void withdraw();
}
