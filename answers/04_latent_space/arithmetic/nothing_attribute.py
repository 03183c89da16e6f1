# The direction alone, decoded
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=1.0):
    return self.model.decode(z_attribute)
