# Moves the caller's first code along
# loses: codes are left alone
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    step = (z2 - z1) / (num_steps - 1)
    images = [self.model.decode(z1)]
    for _ in range(num_steps - 1):
        z1 += step
        images.append(self.model.decode(z1))
    return np.array(images)
