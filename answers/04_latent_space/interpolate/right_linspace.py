# All codes at once
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    alphas = np.linspace(0.0, 1.0, num_steps)
    return self.model.decode(np.outer(1 - alphas, z1) + np.outer(alphas, z2))
