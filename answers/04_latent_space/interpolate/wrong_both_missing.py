# Only what lies between the ends
# loses: both ends included
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    alpha = np.linspace(0, 1, num_steps + 2)[1:-1, None]
    return self.model.decode((1 - alpha) * z1 + alpha * z2)
