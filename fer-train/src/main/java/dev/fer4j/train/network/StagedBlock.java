package dev.fer4j.train.network;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network of named stages, one after the other. A stage may be such a network itself.
 *
 * <p>Feature maps are available by the name of their stage, the rest of the network can be run from
 * there ({@link #forwardAfter}), and stages can be frozen. Like every block of DJL, one is for one
 * thread at a time while it is trained or changed.
 */
public final class StagedBlock extends AbstractBlock {

    private final ImmutableMap<String, Block> stages;
    private ImmutableSet<String> frozen = ImmutableSet.of();

    /**
     * A network of stages.
     *
     * @param stages in the order in which they run, by name: lower-case letters and digits, and
     *     capitals inside
     * @throws IllegalArgumentException if there is none, or a name is of another form
     */
    public StagedBlock(Map<String, ? extends Block> stages) {
        checkArgument(!stages.isEmpty(), "a network has at least one stage");
        this.stages = ImmutableMap.copyOf(stages);
        this.stages.forEach(
                (name, block) -> {
                    checkArgument(name.matches("[a-z][A-Za-z0-9]*"), "'%s' is not a stage", name);
                    addChildBlock(name, block);
                });
    }

    /** Names of the stages, in the order in which they run. */
    public List<String> stages() {
        return stages.keySet().asList();
    }

    /**
     * A stage by its name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Block stage(String name) {
        requireStages(List.of(name));
        return stages.get(name);
    }

    /**
     * Names of the stages whose output has places, in the order in which they run: all but those
     * that pool or classify.
     *
     * @param size height and width of an RGB image
     */
    public List<String> stagesWithMaps(int size) {
        ImmutableList.Builder<String> found = ImmutableList.builder();
        Shape[] shapes = {new Shape(1, 3, size, size)};
        for (Map.Entry<String, Block> stage : stages.entrySet()) {
            shapes = stage.getValue().getOutputShapes(shapes);
            if (shapes[0].dimension() == 4) {
                found.add(stage.getKey());
            }
        }
        return found.build();
    }

    /**
     * What stages make of images, in inference mode: no dropout, running statistics in batch
     * normalization. Stages after the last of those named are not computed. Gradients are on or off
     * as they are in this thread.
     *
     * @param images as the whole network takes them
     * @param names of stages, in any order
     * @return an array for each name, in the order of the names
     * @throws IllegalArgumentException if there is no stage of a name
     */
    public NDList features(ParameterStore parameters, NDArray images, List<String> names) {
        requireStages(names);
        Set<String> wanted = new LinkedHashSet<>(names);
        ImmutableMap.Builder<String, NDArray> found = ImmutableMap.builder();
        NDList current = new NDList(images);
        for (Map.Entry<String, Block> stage : stages.entrySet()) {
            if (wanted.isEmpty()) {
                break;
            }
            current = stage.getValue().forward(parameters, current, false);
            if (wanted.remove(stage.getKey())) {
                found.put(stage.getKey(), current.singletonOrThrow());
            }
        }
        Map<String, NDArray> arrays = found.buildOrThrow();
        return new NDList(names.stream().map(arrays::get).toArray(NDArray[]::new));
    }

    /**
     * The rest of the network after a stage, in inference mode.
     *
     * @param stage whose output is given
     * @param features that output, as {@link #features} gives it; require its gradient to have the
     *     result's gradient by it
     * @return the network's output
     * @throws IllegalArgumentException if there is no stage of that name
     */
    public NDArray forwardAfter(String stage, ParameterStore parameters, NDArray features) {
        requireStages(List.of(stage));
        NDList current = new NDList(features);
        List<String> names = stages();
        for (String name : names.subList(names.indexOf(stage) + 1, names.size())) {
            current = stages.get(name).forward(parameters, current, false);
        }
        return current.singletonOrThrow();
    }

    /**
     * Freezes these stages and no others. A frozen stage runs in inference mode in training too, so
     * that running statistics rest and nothing is dropped, and its weights have no gradient.
     *
     * <p>To be called before an optimizer is made, since that takes the parameters that have
     * gradients.
     *
     * @throws IllegalArgumentException if there is no stage of a name
     */
    public void freeze(Set<String> names) {
        requireStages(names);
        frozen = ImmutableSet.copyOf(names);
        stages.forEach(
                (name, block) ->
                        block.getParameters().values().stream()
                                .filter(parameter -> trainable(parameter.getType()))
                                .forEach(parameter -> parameter.freeze(frozen.contains(name))));
    }

    /** Names of the stages that are frozen. */
    public Set<String> frozen() {
        return frozen;
    }

    private static boolean trainable(Parameter.Type type) {
        return type != Parameter.Type.RUNNING_MEAN && type != Parameter.Type.RUNNING_VAR;
    }

    private void requireStages(Collection<String> names) {
        List<String> unknown = new ArrayList<>(names);
        unknown.removeAll(stages.keySet());
        checkArgument(
                unknown.isEmpty(), "there is no stage %s; there are %s", unknown, stages.keySet());
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            PairList<String, Object> options) {
        NDList current = inputs;
        for (Map.Entry<String, Block> stage : stages.entrySet()) {
            boolean learns = training && !frozen.contains(stage.getKey());
            current = stage.getValue().forward(parameters, current, learns);
        }
        return current;
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
        Shape[] shapes = inputShapes;
        for (Block stage : stages.values()) {
            stage.initialize(manager, type, shapes);
            shapes = stage.getOutputShapes(shapes);
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape[] shapes = inputShapes;
        for (Block stage : stages.values()) {
            shapes = stage.getOutputShapes(shapes);
        }
        return shapes;
    }
}
