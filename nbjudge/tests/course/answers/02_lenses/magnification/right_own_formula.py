# Without the TODO above
def magnification(object_distance, focal_length):
    return focal_length / (focal_length - object_distance)
