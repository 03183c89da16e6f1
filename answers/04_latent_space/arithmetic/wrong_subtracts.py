# Takes the attribute away
# loses: codes are added, not images; strength one unless told otherwise
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=1.0):
    return self.model.decode(z_base - alpha * z_attribute)
