# Every image keeps an axis of its own
# loses: codes are interpolated, not images; both ends included; steps of equal length; as many images as steps; ten steps unless told otherwise; codes are left alone
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    return np.array([self.model.decode(((1 - a) * z1 + a * z2)[None])
                     for a in np.linspace(0, 1, num_steps)])
