# num_steps counts the gaps
# loses: as many images as steps; ten steps unless told otherwise
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    return self.model.decode(np.linspace(z1, z2, num_steps + 1))
