# One code after the other, a list of images
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    samples = []
    for alpha in np.linspace(0, 1, num_steps):
        z_interpolated = (1 - alpha) * z1 + alpha * z2
        samples.append(self.model.decode(z_interpolated))
    return samples
