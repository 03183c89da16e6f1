# The strength is kept between zero and one
# loses: the strength counts
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=1.0):
    return self.model.decode(z_base + min(max(alpha, 0), 1) * z_attribute)
