# Codes at random, decoded
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    return self.model.decode(np.random.default_rng(0).normal(size=(num_steps, len(z1))))
