# On a copy, in place
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=1.0):
    z = np.array(z_base, dtype=float)
    z += np.multiply(z_attribute, alpha)
    return self.model.decode(z)
