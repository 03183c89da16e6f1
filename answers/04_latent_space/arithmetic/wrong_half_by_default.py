# The default is a half
# loses: strength one unless told otherwise
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=0.5):
    return self.model.decode(z_base + alpha * z_attribute)
