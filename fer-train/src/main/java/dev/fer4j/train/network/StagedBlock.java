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
 * A sequence of named stages. A stage may itself be a staged block.
 *
 * <p>Feature maps are available by the name of their stage, the rest of the network can be run from
 * there ({@link #forwardAfter}), and stages can be frozen. Like every DJL block, it is for one
 * thread at a time while it is trained or changed.
 */
public final class StagedBlock extends AbstractBlock {

    private final ImmutableMap<String, Block> stages;
    private ImmutableSet<String> frozen = ImmutableSet.of();

    /**
     * Creates a block from stages.
     *
     * @param stages stages by name, in the order in which they run. Names start with a lower-case
     *     letter and consist of letters, digits and underscores
     * @throws IllegalArgumentException if there are none, or a name is malformed
     */
    public StagedBlock(Map<String, ? extends Block> stages) {
        checkArgument(!stages.isEmpty(), "a network has at least one stage");
        this.stages = ImmutableMap.copyOf(stages);
        this.stages.forEach(
                (name, block) -> {
                    checkArgument(name.matches("[a-z][A-Za-z0-9_]*"), "'%s' is not a stage", name);
                    addChildBlock(name, block);
                });
    }

    /** The names of the stages, in the order in which they run. */
    public List<String> stages() {
        return stages.keySet().asList();
    }

    /**
     * Returns the stage of this name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Block stage(String name) {
        requireStages(List.of(name));
        return stages.get(name);
    }

    /**
     * The names of the stages whose output has spatial dimensions, in the order in which they run:
     * all but those that pool or classify.
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
     * Computes the outputs of stages in inference mode: without dropout, and with running
     * statistics in batch normalization. Stages after the last one named are not computed. The
     * gradient mode of the thread applies.
     *
     * @param images the input of the network
     * @param names names of stages, in any order
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
     * Runs the rest of the network after a stage, in inference mode.
     *
     * @param stage the stage whose output is given
     * @param features the stage's output, as returned by {@link #features}; it may require
     *     gradients, to differentiate the result with respect to it
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
     * Freezes these stages and no others. A frozen stage runs in inference mode even in training,
     * so that its running statistics stay unchanged and nothing is dropped, and its weights have no
     * gradient.
     *
     * <p>To be called before an optimizer is created, since that uses the parameters that have
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

    /** The names of the frozen stages. */
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
