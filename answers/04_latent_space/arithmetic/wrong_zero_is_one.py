# A strength of zero counts as none given
# loses: the strength counts
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=None):
    return self.model.decode(z_base + (alpha or 1.0) * z_attribute)
