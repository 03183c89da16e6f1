# The first end is left out
# loses: both ends included
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    return np.array([self.model.decode(z1 + k / num_steps * (z2 - z1))
                     for k in range(1, num_steps + 1)])
