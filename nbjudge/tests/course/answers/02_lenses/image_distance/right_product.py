# Solved by hand first
def image_distance(object_distance, focal_length):
    return focal_length * object_distance / (object_distance - focal_length)
