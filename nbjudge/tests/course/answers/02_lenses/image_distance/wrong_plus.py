# The sign of one fraction forgotten
# loses: real images; virtual images; an object in the focus; the distances are left alone
def image_distance(object_distance, focal_length):
    return 1 / (1 / focal_length + 1 / object_distance)
