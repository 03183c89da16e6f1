# Codes as tables of one row, stacked
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    images = []
    for i in range(num_steps):
        t = i / (num_steps - 1)
        images.append(self.model.decode((z1 + t * (z2 - z1)).reshape(1, -1)))
    return np.vstack(images)
