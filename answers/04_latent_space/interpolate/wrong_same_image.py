# The image halfway, again and again
# loses: codes are interpolated, not images; both ends included; steps of equal length; as many images as steps; ten steps unless told otherwise; codes are left alone
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    return np.tile(self.model.decode((z1 + z2) / 2), (num_steps, 1))
