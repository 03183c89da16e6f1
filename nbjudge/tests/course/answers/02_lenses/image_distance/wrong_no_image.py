# Zero where the rays are parallel
# loses: an object in the focus
def image_distance(object_distance, focal_length):
    strength = 1 / focal_length - 1 / object_distance
    return np.divide(1, strength, out=np.zeros_like(strength), where=strength != 0)
