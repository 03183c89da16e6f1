# Walks in steps, on a copy
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    z = z1.copy()
    step = (z2 - z1) / (num_steps - 1)
    path = [z.copy()]
    while len(path) < num_steps:
        z += step
        path.append(z.copy())
    return np.array([self.model.decode(z) for z in path])
