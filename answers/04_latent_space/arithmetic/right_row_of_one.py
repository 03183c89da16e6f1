# As a table of one row
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=1.0):
    z = np.atleast_2d(z_base) + alpha * np.atleast_2d(z_attribute)
    return self.model.decode(z)[0]
