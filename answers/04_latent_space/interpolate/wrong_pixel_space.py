# Fades the decoded images into each other
# loses: codes are interpolated, not images; steps of equal length
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    x1, x2 = self.model.decode(z1), self.model.decode(z2)
    alpha = np.linspace(0, 1, num_steps)[:, None]
    return (1 - alpha) * x1 + alpha * x2
