# An enumeration refuses other names
import enum

Covariance = enum.Enum("Covariance", "full tied diag spherical")

def n_parameters(n_components, n_features, covariance_type):
    kind = Covariance[covariance_type] if covariance_type in Covariance.__members__ else None
    if kind is None:
        raise ValueError(f"{covariance_type!r} is none of {list(Covariance.__members__)}")
    one = {Covariance.full: n_features * (n_features + 1) // 2, Covariance.diag: n_features,
           Covariance.spherical: 1}
    if kind is Covariance.tied:
        covariances = one[Covariance.full]
    else:
        covariances = sum(one[kind] for _ in range(n_components))
    return n_components * n_features + (n_components - 1) + covariances
