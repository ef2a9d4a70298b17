package dev.fer4j.train.hdf5;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The groups and datasets of a file by their paths, which begin with a slash; the root's is empty.
 *
 * @param groups groups, each before those in it
 * @param datasets datasets, depth first
 * @param links paths of soft and external links, and of further names of a group, which are not
 *     followed
 */
record Hdf5Tree(Map<String, Group> groups, Map<String, Dataset> datasets, List<String> links) {

    /** Deeper than the layers of any model are nested; jHDF recurses to a node's parents. */
    private static final int DEEPEST = 64;

    /** More than any model has. */
    private static final int MOST = 100_000;

    Hdf5Tree {
        groups = ImmutableMap.copyOf(groups);
        datasets = ImmutableMap.copyOf(datasets);
        links = ImmutableList.copyOf(links);
    }

    /** A group whose children are being visited. */
    private record Visit(String path, Group group, Iterator<Map.Entry<String, Node>> left) {

        static Visit of(String path, Group group) {
            return new Visit(path, group, group.getChildren().entrySet().iterator());
        }
    }

    static Hdf5Tree of(Object subject, HdfFile root) {
        Map<String, Group> groups = new LinkedHashMap<>();
        Map<String, Dataset> datasets = new LinkedHashMap<>();
        List<String> links = new ArrayList<>();
        Set<Long> visited = new HashSet<>();
        Deque<Visit> open = new ArrayDeque<>();
        visited.add(root.getAddress());
        groups.put("", root);
        open.push(Visit.of("", root));
        while (!open.isEmpty()) {
            Visit visit = open.peek();
            if (!visit.left().hasNext()) {
                open.pop();
                continue;
            }
            Map.Entry<String, Node> child = visit.left().next();
            String path = visit.path() + "/" + child.getKey();
            Node node = child.getValue();
            if (node.isLink()) {
                links.add(path);
            } else if (node instanceof Dataset data) {
                datasets.put(path, data);
            } else if (node instanceof Group group) {
                requireNoCircle(subject, path, group, open);
                if (!visited.add(group.getAddress())) {
                    links.add(path);
                    continue;
                }
                groups.put(path, group);
                open.push(Visit.of(path, group));
            }
            if (groups.size() + datasets.size() + links.size() > MOST) {
                throw Hdf5Reading.refused(
                        subject, "has more than " + MOST + " groups and datasets; no model has");
            }
        }
        return new Hdf5Tree(groups, datasets, links);
    }

    private static void requireNoCircle(
            Object subject, String path, Group group, Deque<Visit> open) {
        if (open.size() >= DEEPEST) {
            throw Hdf5Reading.refused(
                    subject, "has groups nested more than " + DEEPEST + " deep; no model has");
        }
        for (Visit outer : open) {
            if (outer.group().getAddress() == group.getAddress()) {
                throw Hdf5Reading.refused(
                        subject,
                        "has a group that contains itself: %s is %s"
                                .formatted(path, outer.path().isEmpty() ? "/" : outer.path()));
            }
        }
    }
}
