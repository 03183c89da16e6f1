# The first half is the start, the other the end
@add_to_class(LatentSpaceExplorer)
def interpolate(self, z1, z2, num_steps=10):
    codes = [z1 if i < num_steps / 2 else z2 for i in range(num_steps)]
    return self.model.decode(np.array(codes))
