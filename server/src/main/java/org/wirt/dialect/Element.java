package org.wirt.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A node of a packet, asked or answered: its name, and either text or other nodes.
public final class Element {

    private final String name;
    private final List<Element> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    public Element(String name) {
        this.name = name;
    }

    public static Element of(String name, Object text) {
        var element = new Element(name);
        element.text.append(text);
        return element;
    }

    public String name() {
        return name;
    }

    public String text() {
        return text.toString().strip();
    }

    /// As it stands, blanks included: passwords may begin with one.
    public String exactly() {
        return text.toString();
    }

    public List<Element> children() {
        return children;
    }

    public void write(String more) {
        text.append(more);
    }

    // Reading.

    public Optional<Element> child(String wanted) {
        return children.stream().filter(c -> c.name.equals(wanted)).findFirst();
    }

    public List<Element> all(String wanted) {
        return children.stream().filter(c -> c.name.equals(wanted)).toList();
    }

    public boolean has(String wanted) {
        return child(wanted).isPresent();
    }

    /// Empty where it is not there, and empty where nothing stands in it.
    public String text(String wanted) {
        return child(wanted).map(Element::text).orElse("");
    }

    /// An empty one where it is missing.
    public Element part(String wanted) {
        return child(wanted).orElseGet(() -> new Element(wanted));
    }

    /// @throws Fault where it is missing
    public Element needed(String wanted) {
        return child(wanted).orElseThrow(() -> Fault.malformed("Node " + wanted + " is missing in " + name));
    }

    // Writing.

    public Element add(Element child) {
        children.add(child);
        return this;
    }

    public Element add(String child, @Nullable Object content) {
        return add(of(child, content == null ? "" : content));
    }

    Element addIf(boolean condition, String child, Object content) {
        return condition ? add(child, content) : this;
    }

    /// Only those that were asked for.
    Element keep(Predicate<Element> wanted) {
        children.removeIf(wanted.negate());
        return this;
    }
}
