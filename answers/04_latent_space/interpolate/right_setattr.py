# A lambda, set on the class
LatentSpaceExplorer.interpolate = lambda self, z1, z2, num_steps=10: np.apply_along_axis(
    self.model.decode, 1, np.linspace(z1, z2, num_steps))
