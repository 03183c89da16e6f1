# Decodes a row and drops its axis
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=1.0):
    code = np.stack([z_base, z_attribute]).T @ np.array([1.0, alpha])
    return self.model.decode(code[np.newaxis, :]).squeeze(axis=0)
