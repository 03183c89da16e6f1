# Along the great circle between the codes
# loses: codes are interpolated, not images; steps of equal length
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    cosine = z1 @ z2 / (np.linalg.norm(z1) * np.linalg.norm(z2))
    if len(z1) == 1:
        return self.model.decode(np.linspace(z1, z2, num_steps))
    angle = np.arccos(np.clip(cosine, -1, 1))
    t = np.linspace(0, 1, num_steps)[:, None]
    return self.model.decode(
        (np.sin((1 - t) * angle) * z1 + np.sin(t * angle) * z2) / np.sin(angle))
