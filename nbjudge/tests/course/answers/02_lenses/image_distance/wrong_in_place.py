# Differences where the distances were
# loses: the distances are left alone
def image_distance(object_distance, focal_length):
    product = focal_length * object_distance
    object_distance -= focal_length
    return product / object_distance
