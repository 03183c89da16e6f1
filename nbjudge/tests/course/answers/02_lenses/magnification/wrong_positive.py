# The ratio of the distances as they are
# loses: which way up
def magnification(object_distance, focal_length):
    return image_distance(object_distance, focal_length) / object_distance
