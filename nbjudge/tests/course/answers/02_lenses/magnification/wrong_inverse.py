# The object's size for the image's
# loses: the size
def magnification(object_distance, focal_length):
    return -object_distance / image_distance(object_distance, focal_length)
