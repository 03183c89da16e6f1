# Single precision
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    alpha = np.linspace(0, 1, num_steps, dtype=np.float32)[:, np.newaxis]
    codes = z1.astype(np.float32) * (1 - alpha) + z2.astype(np.float32) * alpha
    return self.model.decode(codes).astype(np.float32)
