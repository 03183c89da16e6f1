# The start, decoded again and again
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    return self.model.decode(np.tile(z1, (num_steps, 1)))
