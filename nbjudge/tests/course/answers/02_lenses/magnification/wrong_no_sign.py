# As large, and never upside down
# loses: which way up
def magnification(object_distance, focal_length):
    return np.abs(image_distance(object_distance, focal_length)) / object_distance
