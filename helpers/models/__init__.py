"""Small trained models that notebooks use, as weights beside the NumPy code that runs them.

The scripts in ``training/`` make the weights again from scikit-learn's digits.
"""
