# Minus infinity for an object in the focus: it is as far
def image_distance(object_distance, focal_length):
    return -1 / (1 / object_distance - 1 / focal_length)
