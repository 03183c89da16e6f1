# The image comes as (1, d)
# loses: one image of d numbers
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=1.0):
    return self.model.decode((z_base + alpha * z_attribute).reshape(1, -1))
