# Slows down near the ends
# loses: steps of equal length
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    t = np.linspace(0, 1, num_steps)[:, None]
    t = 3 * t**2 - 2 * t**3
    return self.model.decode((1 - t) * z1 + t * z2)
