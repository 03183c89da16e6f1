# Moves the caller's base code
# loses: codes are left alone
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=1.0):
    z_base += alpha * z_attribute
    return self.model.decode(z_base)
