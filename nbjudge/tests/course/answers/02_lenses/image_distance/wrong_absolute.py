# A distance is never negative, or is it?
# loses: virtual images
def image_distance(object_distance, focal_length):
    return np.abs(1 / (1 / focal_length - 1 / object_distance))
