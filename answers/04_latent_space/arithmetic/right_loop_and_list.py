# Number by number, a list
@add_to_class(LatentSpaceExplorer)
def arithmetic(self, z_base, z_attribute, alpha=1.0):
    z = np.array([b + alpha * a for b, a in zip(z_base, z_attribute)])
    return [float(v) for v in self.model.decode(z)]
