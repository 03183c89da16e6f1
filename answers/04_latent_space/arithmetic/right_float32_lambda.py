# A lambda in single precision
LatentSpaceExplorer.arithmetic = lambda self, z_base, z_attribute, alpha=1.0: self.model.decode(
    z_base.astype(np.float32) + np.float32(alpha) * z_attribute.astype(np.float32)).astype(np.float32)
