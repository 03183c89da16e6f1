# Adds a growing part of the second code to the whole first one
# loses: codes are interpolated, not images; both ends included
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    alpha = np.linspace(0, 1, num_steps)[:, None]
    return self.model.decode(z1 + alpha * z2)
