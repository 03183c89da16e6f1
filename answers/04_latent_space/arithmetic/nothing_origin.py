# The origin, decoded
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=1.0):
    return self.model.decode(np.zeros(len(z_base)))
