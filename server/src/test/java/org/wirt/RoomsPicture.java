package org.wirt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wirt.Rooms.Room;

/// Draws the rooms as storeys: each stands above everything it uses. A line that follows from others is left out, so
/// that the picture stays readable, and so are the generated types of the schema. Light and dark pages both show it.
final class RoomsPicture {

    private static final int WIDTH = 960;
    private static final int ROOM_WIDTH = 300;
    private static final int ROOM_HEIGHT = 56;
    private static final int STOREY = 92;
    private static final int LINE = 50;
    private static final String GENERATED = "schema";
    private static final String STYLE = """
            <style>
            svg { font-family: system-ui, sans-serif; }
            rect { fill: #f6f8fa; stroke: #8c959f; }
            text { fill: #1f2328; font-size: 11px; text-anchor: middle; }
            .name { font-size: 15px; font-weight: 600; }
            path { fill: none; stroke: #8c959f; stroke-width: 1.3; }
            @media (prefers-color-scheme: dark) {
            rect { fill: #161b22; stroke: #6e7681; }
            text { fill: #e6edf3; }
            path { stroke: #6e7681; }
            }
            </style>
            """;

    private record Place(int x, int y) {}

    private final Map<String, Room> rooms = new TreeMap<>();
    private final Map<String, Integer> storeys = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();

    RoomsPicture(List<Room> all) {
        for (var room : all) if (!room.name().equals(GENERATED)) rooms.put(room.name(), room);
    }

    String svg() {
        place();
        int height = (1 + highest()) * STOREY + 20;
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">%n"
                .formatted(WIDTH, height));
        svg.append("<title>The rooms of Wirt: each stands on those below it</title>\n")
                .append(STYLE);
        for (var room : rooms.values()) for (var below : nearest(room)) svg.append(line(room.name(), below));
        for (var room : rooms.values()) svg.append(box(room));
        return svg.append("</svg>\n").toString();
    }

    private void place() {
        var rows =
                rooms.keySet().stream().collect(Collectors.groupingBy(this::storey, TreeMap::new, Collectors.toList()));
        rows.forEach((storey, names) -> {
            int gap = (WIDTH - names.size() * ROOM_WIDTH) / (names.size() + 1);
            for (int i = 0; i < names.size(); i++) {
                var x = gap + i * (ROOM_WIDTH + gap);
                places.put(names.get(i), new Place(x, 10 + (rows.lastKey() - storey) * STOREY));
            }
        });
    }

    private int highest() {
        return storeys.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private int storey(String name) {
        var known = storeys.get(name);
        if (known != null) return known;
        int storey =
                uses(name).stream().mapToInt(below -> storey(below) + 1).max().orElse(0);
        storeys.put(name, storey);
        return storey;
    }

    private Set<String> uses(String name) {
        var uses = new TreeSet<>(rooms.get(name).uses());
        uses.retainAll(rooms.keySet());
        return uses;
    }

    /// The rooms it uses that no other of its rooms stands on.
    private Set<String> nearest(Room room) {
        var nearest = new TreeSet<>(uses(room.name()));
        for (var one : uses(room.name())) nearest.removeAll(below(one));
        return nearest;
    }

    private Set<String> below(String name) {
        var below = new TreeSet<String>();
        for (var one : uses(name)) {
            below.add(one);
            below.addAll(below(one));
        }
        return below;
    }

    private String box(Room room) {
        var place = places.get(room.name());
        int middle = place.x + ROOM_WIDTH / 2;
        var svg = new StringBuilder("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>%n"
                .formatted(place.x, place.y, ROOM_WIDTH, ROOM_HEIGHT));
        svg.append("<text class=\"name\" x=\"%d\" y=\"%d\">%s</text>%n".formatted(middle, place.y + 18, room.name()));
        int y = place.y + 33;
        for (var line : lines(room.meaning())) {
            svg.append("<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(middle, y, line.replace("&", "&amp;")));
            y += 14;
        }
        return svg.toString();
    }

    /// At most two lines of words.
    private static List<String> lines(String text) {
        if (text.length() <= LINE) return List.of(text);
        var lines = new ArrayList<String>();
        int space = text.lastIndexOf(' ', LINE);
        lines.add(text.substring(0, space));
        var rest = text.substring(space + 1);
        lines.add(rest.length() <= LINE ? rest : rest.substring(0, rest.lastIndexOf(' ', LINE - 2)) + " …");
        return lines;
    }

    private String line(String above, String below) {
        var from = places.get(above);
        var to = places.get(below);
        int x1 = from.x + ROOM_WIDTH / 2;
        int y1 = from.y + ROOM_HEIGHT;
        int x2 = to.x + ROOM_WIDTH / 2;
        int bend = (to.y - y1) / 2;
        return "<path d=\"M%d %d C%d %d %d %d %d %d\"/>%n".formatted(x1, y1, x1, y1 + bend, x2, to.y - bend, x2, to.y);
    }
}
