/// What the window shows, in one variable: a gesture becomes an edit, an edit a new [State], and the view follows.
package io.plumbline.workbench;
