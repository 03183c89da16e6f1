# scipy's interpolator through two points, and a print
from scipy.interpolate import interp1d

@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    line = interp1d([0, 1], np.array([z1, z2]), axis=0)
    codes = line(np.linspace(0, 1, num_steps))
    print(codes.shape)
    return tuple(np.asarray(self.model.decode(z)) for z in codes)
