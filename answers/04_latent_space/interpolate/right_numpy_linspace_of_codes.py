# numpy's linspace takes vectors
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    return self.model.decode(np.linspace(z1, z2, num_steps))
