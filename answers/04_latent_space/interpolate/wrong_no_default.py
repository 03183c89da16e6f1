# Without a default
# loses: ten steps unless told otherwise
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps):
    return self.model.decode(np.linspace(z1, z2, num_steps))
