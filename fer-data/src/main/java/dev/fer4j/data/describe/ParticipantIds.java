package dev.fer4j.data.describe;

import java.util.ArrayList;
import java.util.List;

/**
 * Participant ids, formatted with runs of three or more consecutive numbers abbreviated as {@code
 * 39–58}.
 *
 * @param ids the ids in output order
 */
record ParticipantIds(List<String> ids) {

    ParticipantIds {
        ids = List.copyOf(ids);
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    int size() {
        return ids.size();
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        int first = 0;
        while (first < ids.size()) {
            int last = first;
            while (last + 1 < ids.size() && follows(ids.get(last), ids.get(last + 1))) {
                last++;
            }
            if (last - first >= 2) {
                parts.add(ids.get(first) + "–" + ids.get(last));
            } else {
                parts.addAll(ids.subList(first, last + 1));
            }
            first = last + 1;
        }
        return String.join(", ", parts);
    }

    private static boolean follows(String id, String next) {
        return id.matches("[0-9]{1,9}") && next.equals(Integer.toString(Integer.parseInt(id) + 1));
    }
}
