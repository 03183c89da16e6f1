# num_steps is ignored
# loses: as many images as steps
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    return np.array([self.model.decode((1 - a) * z1 + a * z2) for a in np.linspace(0, 1, 10)])
