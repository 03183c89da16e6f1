# The slope of a linear regression on the attribute
from sklearn.linear_model import LinearRegression

def attribute_direction(Z, has_attribute):
    return LinearRegression().fit(has_attribute[:, None].astype(float), Z).coef_.ravel()
