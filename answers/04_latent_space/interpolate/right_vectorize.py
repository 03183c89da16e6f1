# numpy.vectorize with a signature
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    image = np.vectorize(lambda a: self.model.decode((1 - a) * z1 + a * z2), signature="()->(d)")
    return image(np.arange(num_steps) / (num_steps - 1))
