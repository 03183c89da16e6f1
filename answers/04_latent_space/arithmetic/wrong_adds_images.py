# Adds decoded images
# loses: codes are added, not images
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=1.0):
    return self.model.decode(z_base) + alpha * self.model.decode(z_attribute)
