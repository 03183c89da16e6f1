# From the second code to the first
# loses: both ends included
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    alpha = np.linspace(0, 1, num_steps)[:, None]
    return self.model.decode(alpha * z1 + (1 - alpha) * z2)
