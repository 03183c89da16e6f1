# With the TODO above
def magnification(object_distance, focal_length):
    return -1 * image_distance(object_distance, focal_length) / object_distance
