package dev.fer4j.train.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import dev.fer4j.train.device.ScriptedOperation;

/**
 * Conversion to bfloat16, which DJL has no differentiable form of: the gradient of a converted
 * array arrives in float32 at the original.
 *
 * <p>Of a converted array DJL knows shape and manager, but no type, and it cannot read the values.
 */
public final class Bfloat16 {

    private final ScriptedOperation conversion;

    /**
     * Loads the conversion.
     *
     * @param owner owns it
     */
    public Bfloat16(NDManager owner) {
        // PyTorch's number of the type.
        this.conversion = ScriptedOperation.ofOne(owner, "torch.to(a, 15)");
    }

    /**
     * Converts an array without a name, rounding to nearest.
     *
     * @return a copy with the same strides, attached to the array's manager
     */
    public NDArray of(NDArray array) {
        return conversion.apply(array);
    }

    /**
     * Returns a store that hands out kernels of convolutions, {@code (out, in, h, w)}, in bfloat16,
     * and all other parameters as they are.
     *
     * @param scratch the owner of the copies
     */
    public ParameterStore kernels(NDManager scratch) {
        return new ParameterStore(scratch, false) {
            @Override
            public NDArray getValue(Parameter parameter, Device device, boolean training) {
                NDArray value = super.getValue(parameter, device, training);
                if (parameter == null
                        || parameter.getType() != Parameter.Type.WEIGHT
                        || value.getShape().dimension() != 4) {
                    return value;
                }
                NDArray unnamed = value.reshape(value.getShape());
                unnamed.attach(scratch);
                return of(unnamed);
            }
        };
    }
}
